// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance.snippet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a source file, as a page names it: the declaration that begins with some words, with its annotations and its block, or the
 * whole file. Immutable.
 *
 * @param file where it is, relative to the root of the project
 * @param words words in its first line; empty for the whole file
 */
record Snippet(String file, String words) {
    private static final String LICENCE = "SPDX-License-Identifier";

    /** Reads the piece, moved to the left margin. */
    List<String> lines(Path root) throws IOException {
        Path path = root.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("\"" + file + "\" is not a file of the project");
        }
        List<String> source = Files.readAllLines(path);
        return words.isEmpty() ? whole(source) : declaration(source);
    }

    private static List<String> whole(List<String> source) {
        return source.stream().filter(line -> !line.contains(LICENCE)).toList();
    }

    private List<String> declaration(List<String> source) {
        int named = 0;
        while (named < source.size() && !source.get(named).contains(words)) {
            named++;
        }
        if (named == source.size()) {
            throw new IllegalArgumentException("\"" + words + "\" is not in " + file);
        }
        String margin = margin(source.get(named));
        int first = named;
        while (first > 0 && source.get(first - 1).startsWith(margin + "@")) {
            first--;
        }
        List<String> lines = new ArrayList<>();
        for (int line = first; line < source.size(); line++) {
            String text = source.get(line);
            lines.add(text.startsWith(margin) ? text.substring(margin.length()) : text);
            if (line >= named && isEnd(text, margin)) {
                return lines;
            }
        }
        throw new IllegalArgumentException("what begins with \"" + words + "\" in " + file + " has no end");
    }

    /** A statement ends on its line; a block where a brace stands below its beginning. */
    private static boolean isEnd(String text, String margin) {
        return margin(text).equals(margin) && (text.endsWith(";") || text.startsWith(margin + "}"));
    }

    private static String margin(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
