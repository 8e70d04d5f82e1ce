// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.burst;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room there is for files. Thread-safe. */
@FunctionalInterface
public interface Room {
    /** The room on the disks of this computer. */
    Room DISK = Room::usable;

    /**
     * The room in a directory.
     *
     * @param directory the directory
     * @return bytes; 0 if it is not known
     */
    long bytes(Path directory);

    private static long usable(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException e) {
            return 0; // as in a container whose table of mounts lacks the place: there, writing tells
        }
    }
}
