// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code docs/conformance.md}; the script {@code conformance/write-page} calls it. Confined to one thread, the main one. */
public final class WritePage {
    /** Where the page stands, relative to the root of the project. */
    static final Path PAGE = Path.of("docs", "conformance.md");

    private static final Path INTRODUCTION = Path.of("docs", "conformance", "introduction.md");

    private WritePage() {}

    /**
     * Writes the page.
     *
     * @param arguments the root folder of the project
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException(
                    "arguments: " + arguments.length + " were given, one is accepted: the root folder of the project");
        }
        Path root = Path.of(arguments[0]);
        Files.writeString(root.resolve(PAGE), text(root));
    }

    /** The page as it would be written. */
    static String text(Path root) throws IOException {
        return new ConformancePage(Conformance.of(root), Files.readString(root.resolve(INTRODUCTION))).text();
    }
}
