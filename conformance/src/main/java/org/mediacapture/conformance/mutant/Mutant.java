// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance.mutant;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * A changed copy of a method that the tests were run against. Immutable.
 *
 * @param key names the mutant from run to run: class, method, kind of change, and its number among those of the method; lines
 *     may move without changing it
 * @param group the package
 * @param source the source file, relative to the root of the project
 * @param line line of the source, counted from 1, as of the run
 * @param change what was changed
 * @param fate what became of it
 */
record Mutant(String key, String group, Path source, int line, String change, Fate fate) {
    /** By key, so that pages of two runs can be compared. */
    static final Comparator<Mutant> ORDER = Comparator.comparing(Mutant::key);

    boolean survived() {
        return fate == Fate.SURVIVED || fate == Fate.NOT_RUN;
    }

    /** What became of a mutant. */
    enum Fate {
        NOTICED("noticed"),
        /** Noticed on this machine; a quicker one may come to the end of the test. */
        OUT_OF_TIME("out of time"),
        SURVIVED("survived"),
        NOT_RUN("no test runs it");

        private final String words;

        Fate(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
