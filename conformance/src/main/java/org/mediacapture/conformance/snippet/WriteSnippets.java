// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance.snippet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies code of the examples into the pages; the script {@code conformance/write-snippets} calls it. Confined to one thread. */
public final class WriteSnippets {
    private WriteSnippets() {}

    /**
     * Writes the pages.
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
        for (Path page : SnippetPage.all(root)) {
            Files.writeString(page, SnippetPage.text(root, Files.readString(page)));
        }
    }
}
