// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Numbered locks in one file, which other processes see and which end with the process, however it ends. The file is never
 * deleted, so nobody can hold a lock on one that is gone. A process opens a lock file once at most, because some systems
 * drop all its locks when it closes any channel to it. Thread-safe; closing gives up all locks and is idempotent.
 */
final class Locks implements AutoCloseable {
    private final FileChannel channel;

    Locks(Path file) throws IOException {
        channel = FileChannel.open(file, CREATE, READ, WRITE);
    }

    /** Takes a lock; empty if somebody has it. */
    Optional<FileLock> tryLock(int number) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(number, 1, false));
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // this very process has it
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
