// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance.snippet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts code of the examples into a page: behind each line {@code <!-- from FILE: WORDS -->} the fenced block that follows is replaced by
 * the {@link Snippet} of that name. Stateless.
 */
final class SnippetPage {
    private static final Pattern PLACE =
            Pattern.compile("<!-- from ([^\\s:]+)(?:: (.+?))? -->\\n```(\\w*)\\n(.*?)```\\n", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("<!-- from ");

    private SnippetPage() {}

    /** All pages that may have code of the examples. */
    static List<Path> all(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("docs"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** The page as it should be. */
    static String text(Path root, String page) throws IOException {
        Matcher place = PLACE.matcher(page);
        StringBuilder text = new StringBuilder();
        int places = 0;
        while (place.find()) {
            places++;
            Snippet snippet = new Snippet(place.group(1), place.group(2) == null ? "" : place.group(2));
            String code = String.join("\n", snippet.lines(root)) + "\n";
            String named = place.group().substring(0, place.group().indexOf('\n') + 1);
            place.appendReplacement(
                    text, Matcher.quoteReplacement(named + "```" + place.group(3) + "\n" + code + "```\n"));
        }
        place.appendTail(text);
        long named = NAMED.matcher(page).results().count();
        if (named != places) {
            throw new IllegalArgumentException(
                    (named - places) + " of " + named + " lines \"<!-- from\" have no fenced block behind them");
        }
        return text.toString();
    }
}
