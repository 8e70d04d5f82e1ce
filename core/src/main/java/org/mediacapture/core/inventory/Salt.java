// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.inventory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;

/** The secret of an installation, kept in a file so that device ids stay the same. */
public final class Salt {
    private static final int BYTES = 32;

    private Salt() {}

    /** A new secret. */
    public static byte[] random() {
        byte[] salt = new byte[BYTES];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    /**
     * The secret of a directory, made at the first call. Two processes that make it at once agree on one.
     *
     * @param directory where it is kept; made if it is missing
     * @throws UncheckedIOException if it can neither be read nor written
     */
    public static byte[] in(Path directory) {
        Path file = directory.resolve("device-ids.salt");
        try {
            if (!Files.exists(file)) {
                create(directory, file);
            }
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("The secret for device ids cannot be kept in " + file, failure);
        }
    }

    /** Writes it aside and links it into place, so that nobody ever reads half of it and the first one wins. */
    private static void create(Path directory, Path file) throws IOException {
        Files.createDirectories(directory);
        Path aside = Files.createTempFile(directory, "device-ids", ".tmp");
        try {
            Files.write(aside, random());
            link(aside, file);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void link(Path aside, Path file) throws IOException {
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException first) {
            return; // another process was quicker, and its secret counts
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE); // nobody reads half of it, and the last one wins
        }
    }
}
