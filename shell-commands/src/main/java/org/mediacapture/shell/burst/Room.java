// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.burst;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room there is for files. Thread-safe. */
@FunctionalInterface
public interface Room {
    /** The room on the disks of this computer. */
    Room DISK = directory -> Files.getFileStore(directory).getUsableSpace();

    /**
     * The room in a directory.
     *
     * @param directory the directory
     * @return bytes
     * @throws IOException if it is not known
     */
    long bytes(Path directory) throws IOException;
}
