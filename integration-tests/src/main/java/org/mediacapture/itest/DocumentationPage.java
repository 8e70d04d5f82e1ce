// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A page of the documentation, whose tables and examples tests hold to what they say. Immutable. */
record DocumentationPage(List<String> lines) {
    static DocumentationPage of(String name) throws IOException {
        return new DocumentationPage(Files.readAllLines(Path.of(System.getProperty("mediacapture.docs"), name)));
    }

    /** The rows of the first table below a line. */
    List<String> table(String heading) {
        return lines.stream()
                .skip(indexOf(heading))
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    /** The first example, between fences, below a line. */
    String example(String heading) {
        return lines.stream()
                .skip(indexOf(heading))
                .dropWhile(line -> !line.startsWith("```"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("```"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private int indexOf(String heading) {
        int index = lines.indexOf(heading);
        if (index < 0) {
            throw new AssertionError("The page has no line \"" + heading + "\"");
        }
        return index;
    }
}
