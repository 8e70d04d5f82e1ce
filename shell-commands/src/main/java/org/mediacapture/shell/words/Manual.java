// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.util.ArrayList;
import java.util.List;

/**
 * A command's page as a person reads it. Immutable.
 *
 * @param usage all that there is to say about the command
 */
record Manual(Usage usage) {
    private static final String INDENT = "  ";

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(usage + " " + usage.purpose());
        lines.add("");
        lines.add(INDENT + usage.line());
        if (!usage.explanation().isEmpty()) {
            lines.add("");
            lines.add(usage.form() + ": " + usage.explanation());
        }
        lines.add("");
        int width = usage.all().stream()
                .mapToInt(option -> option.form().length())
                .max()
                .orElse(0);
        for (Option option : usage.all()) {
            lines.add(INDENT + option.form() + " ".repeat(width - option.form().length() + 2) + text(option));
        }
        lines.add("");
        lines.add(usage.examples().size() == 1 ? "Example:" : "Examples:");
        usage.examples().forEach(example -> lines.add(INDENT + example));
        return String.join("\n", lines);
    }

    private static String text(Option option) {
        return option.choices().isEmpty()
                ? option.text()
                : option.text() + "; one of " + String.join(", ", option.choices());
    }
}
