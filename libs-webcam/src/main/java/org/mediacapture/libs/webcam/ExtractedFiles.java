// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.libs.webcam;

import java.io.File;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;

/**
 * The files that BridJ unpacks into a directory of the system's temporary directory. Thread-safe.
 *
 * <p>BridJ deletes them when the JVM ends, in the order in which it noted them. It notes the directory before the last file,
 * cannot delete it for that reason, and then starts another JVM that tries again; and after a refresh of this bundle it misses
 * the class that it wants to start. Both end if the directory is not noted: BridJ adds it by itself, as the last.
 */
final class ExtractedFiles {
    private final Set<File> noted;

    private ExtractedFiles(Set<File> noted) {
        this.noted = noted;
    }

    /** The files of the BridJ that is loaded. BridJ tells nobody but itself. */
    @SuppressWarnings("unchecked")
    static ExtractedFiles ofBridJ() {
        try {
            Field field = org.bridj.Platform.class.getDeclaredField("temporaryExtractedLibraryCanonicalFiles");
            field.setAccessible(true);
            return new ExtractedFiles((Set<File>) field.get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this is another version of BridJ than the one that is wrapped", e);
        }
    }

    /** What is noted now. */
    List<File> all() {
        synchronized (noted) {
            return List.copyOf(noted);
        }
    }

    /** Has the directory deleted last. */
    void noteFilesOnly() {
        noted.removeIf(File::isDirectory);
    }

    /** Deletes the files. The directory is left to BridJ. Natives that are loaded stay so. */
    void delete() {
        noted.removeIf(File::delete);
    }
}
