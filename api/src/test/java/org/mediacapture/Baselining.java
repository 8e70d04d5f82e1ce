// SPDX-License-Identifier: Apache-2.0
package org.mediacapture;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.nio.file.Path;
import java.util.List;

/** Compares the packages that two versions of a bundle export. */
final class Baselining {
    private Baselining() {}

    /**
     * What is wrong with the versions of packages.
     *
     * @param newer a jar, or a folder with the contents of one
     * @param older the jar of the last release
     * @return a line for each package whose version is too low for what was changed since
     */
    static List<String> complaints(Path newer, Path older) throws Exception {
        try (Processor reporter = new Processor();
                Jar now = new Jar(newer.toFile());
                Jar released = new Jar(older.toFile())) {
            return new Baseline(reporter, new DiffPluginImpl())
                    .baseline(now, released, new Instructions("*")).stream()
                            .filter(info -> info.mismatch)
                            .map(info -> info.packageName + " was " + info.olderVersion + ", is " + info.newerVersion
                                    + ", and must be at least " + info.suggestedVersion + ", for a change that is "
                                    + info.packageDiff.getDelta())
                            .toList();
        }
    }
}
