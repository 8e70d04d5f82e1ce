// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a README shows between two marks: what is typed, each with what is then printed. Numbers stand for any number, an ellipsis
 * for any text of a line, and a run of blanks for any run of blanks. Immutable.
 *
 * @param steps what is typed, in its order
 */
record Transcript(List<Step> steps) {
    private static final Pattern NUMBER_OR_BLANKS_OR_ANY = Pattern.compile("\\d+|…| +");

    /**
     * One thing that is typed.
     *
     * @param typed what, without the prompt
     * @param printed a pattern for all that is then printed
     */
    record Step(String typed, Pattern printed) {}

    /** Reads all console blocks of a page between "NAME: begin" and "NAME: end". */
    static Transcript of(Path page, String name, String prompt) throws IOException {
        String text = Files.readString(page);
        String marked = text.substring(
                text.indexOf("<!-- " + name + ": begin -->"), text.indexOf("<!-- " + name + ": end -->"));
        List<Step> steps = new ArrayList<>();
        List<String> lines = blocks(marked);
        for (int line = 0; line < lines.size(); ) {
            String typed = lines.get(line++).substring(prompt.length());
            List<String> printed = new ArrayList<>();
            while (line < lines.size() && !lines.get(line).startsWith(prompt)) {
                printed.add(lines.get(line++));
            }
            steps.add(new Step(typed, pattern(printed)));
        }
        return new Transcript(List.copyOf(steps));
    }

    private static List<String> blocks(String marked) {
        List<String> lines = new ArrayList<>();
        boolean inBlock = false;
        for (String line : marked.lines().toList()) {
            if (line.startsWith("```")) {
                inBlock = line.equals("```console");
            } else if (inBlock) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static Pattern pattern(List<String> expected) {
        String text = String.join("\n", expected);
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        for (var match = NUMBER_OR_BLANKS_OR_ANY.matcher(text); match.find(); end = match.end()) {
            pattern.append(Pattern.quote(text.substring(end, match.start())));
            pattern.append(
                    switch (match.group().charAt(0)) {
                        case ' ' -> " +";
                        case '…' -> "[^\n]*";
                        default -> "\\d+";
                    });
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(text.substring(end))).toString(), Pattern.DOTALL);
    }
}
