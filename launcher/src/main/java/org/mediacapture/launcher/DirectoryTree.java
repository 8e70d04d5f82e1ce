// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** A directory with all that is below it. Links are never followed. Immutable; thread-safe as far as the disk is. */
record DirectoryTree(Path root) {
    /**
     * The files below the root.
     *
     * @return regular files, in no order; none if there is no such directory
     */
    List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        walk(new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return ignoreMissing(failure);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                return ignoreMissing(failure);
            }
        });
        return found;
    }

    /**
     * Gives every file a second name below another directory, without copying a byte.
     *
     * @throws IOException if that cannot be done; some links may have been made
     * @throws UnsupportedOperationException if the file system has no hard links
     */
    void linkInto(Path target) throws IOException {
        for (Path file : files()) {
            Path link = target.resolve(root.relativize(file).toString());
            Files.createDirectories(link.getParent());
            Files.createLink(link, file);
        }
    }

    /** Deletes everything, as far as it can be deleted, also while others delete the same. */
    void delete() throws IOException {
        walk(new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return ignoreMissing(failure);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void walk(SimpleFileVisitor<Path> visitor) throws IOException {
        Files.walkFileTree(root, visitor);
    }

    private static FileVisitResult ignoreMissing(IOException failure) throws IOException {
        if (failure != null && !(failure instanceof NoSuchFileException)) {
            throw failure;
        }
        return FileVisitResult.CONTINUE;
    }
}
