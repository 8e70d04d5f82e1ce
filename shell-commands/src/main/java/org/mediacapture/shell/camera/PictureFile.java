// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.mediacapture.frame.Blob;

/**
 * The file that a picture goes into. It appears whole or not at all: the picture is written beside it and moved over it.
 * Immutable.
 *
 * @param name the file as it was typed
 * @param path where it is, absolute
 */
public record PictureFile(String name, Path path) {
    /**
     * Checks a file before a picture is taken for it.
     *
     * @param directory where relative names begin
     * @param name the file as typed
     * @return the file
     * @throws IllegalArgumentException if it cannot be written there
     */
    public static PictureFile in(Path directory, String name) {
        Path path = resolve(directory, name);
        Path parent = path.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new IllegalArgumentException(name + ": there is no directory " + parent);
        }
        if (!Files.isWritable(parent)) {
            throw new IllegalArgumentException(name + ": the directory " + parent + " is not writable");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IllegalArgumentException(name + ": is no file, and is not replaced by one");
        }
        return new PictureFile(name, path);
    }

    /**
     * Writes a picture, over the file if there is one.
     *
     * @param picture an image file
     * @throws IOException if it cannot be written; there is then no new file
     */
    public void write(Blob picture) throws IOException {
        // A link stays one: the file that it leads to is replaced.
        Path target = Files.exists(path) ? path.toRealPath() : path;
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                picture.writeTo(out);
            }
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path resolve(Path directory, String name) {
        try {
            Path path = directory.resolve(name).toAbsolutePath().normalize();
            if (name.isEmpty() || Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new IllegalArgumentException("\"" + name + "\" is a directory, not a file");
            }
            return path;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("\"" + name + "\" is no file name: " + e.getReason(), e);
        }
    }
}
