// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one process has for itself while it runs: a numbered directory, held by a lock of the same number. Closing deletes it;
 * what a killed process left behind is deleted by the next that starts. Confined to one thread at a time.
 */
final class ProcessDirectory implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Path path;
    private final Locks locks;

    private ProcessDirectory(Path path, Locks locks) {
        this.path = path;
        this.locks = locks;
    }

    /** Makes an empty directory for this process below the given one, and removes leftovers of others. */
    static ProcessDirectory open(Path parent) throws IOException {
        Files.createDirectories(parent);
        Locks locks = new Locks(parent.resolve("lock"));
        int number = 0;
        while (locks.tryLock(number).isEmpty()) {
            number++;
        }
        Path path = parent.resolve(Integer.toString(number));
        new DirectoryTree(path).delete();
        Files.createDirectories(path);
        deleteLeftovers(parent, locks);
        return new ProcessDirectory(path, locks);
    }

    private static void deleteLeftovers(Path parent, Locks locks) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                if (NUMBER.matcher(name).matches()) {
                    deleteUnlessHeld(child, locks.tryLock(Integer.parseInt(name)));
                }
            }
        }
    }

    private static void deleteUnlessHeld(Path directory, Optional<FileLock> lock) throws IOException {
        if (lock.isPresent()) {
            try (FileLock held = lock.get()) {
                new DirectoryTree(directory).delete();
            }
        }
    }

    /** A name in this directory; nothing is made. */
    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        try {
            new DirectoryTree(path).delete();
        } finally {
            locks.close();
        }
    }
}
