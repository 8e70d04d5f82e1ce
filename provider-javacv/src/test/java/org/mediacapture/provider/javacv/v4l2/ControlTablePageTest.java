// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.ConstrainableProperty;

/** The table of controls in the README is the table of the program. */
class ControlTablePageTest {
    private static final Path PAGE = Path.of("README.md");
    private static final String HEAD = "| property | V4L2 control | value | unit |";

    @Test
    void theTableOfThePageIsTheTableOfTheProgram() throws IOException {
        List<String> page = Files.readAllLines(PAGE);
        List<String> rows = page.subList(page.indexOf(HEAD) + 2, page.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        assertThat(rows)
                .isEqualTo(ControlTable.rows().stream()
                        .map(ControlTablePageTest::line)
                        .toList());
    }

    private static String line(ControlRow row) {
        return "| `" + row.property() + "` | " + name(row.control()) + " | " + value(row) + " | " + unit(row) + " |";
    }

    private static String name(int control) {
        return "`" + Cids.NAMES.get(control) + "`";
    }

    private static String value(ControlRow row) {
        if (row instanceof ControlRow.Number number) {
            return number(number.scale())
                    + number.manual()
                            .map(manual -> "; " + name(manual.control()) + " is set to " + manual.value() + " before")
                            .orElse("");
        }
        ControlRow.Words<?> words = (ControlRow.Words<?>) row;
        return words(words.values())
                + words.button()
                        .map(button -> "; `" + button.word() + "`: " + button.before() + ", then "
                                + name(button.control()) + " is pressed")
                        .orElse("");
    }

    private static String number(Scale scale) {
        return switch (scale) {
            case SAME -> "as it is";
            case THOUSANDTHS -> "divided by 1000";
            case RATIO_OF_MINIMUM -> "divided by the minimum; steps from 1 where that is 0";
        };
    }

    /** The words with the values of each. */
    private static String words(Map<Integer, ?> values) {
        Map<Object, String> byWord = new LinkedHashMap<>();
        values.forEach((value, word) -> byWord.merge(word, String.valueOf(value), (all, next) -> all + ", " + next));
        return byWord.entrySet().stream()
                .map(entry -> "`" + entry.getKey() + "`: " + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Metres are the property's unit, and no driver tells them. */
    private static String unit(ControlRow row) {
        String unit = row.property().equals(ConstrainableProperty.FOCUS_DISTANCE)
                ? "device units"
                : row.property().unit();
        return unit.isEmpty() ? "–" : unit;
    }
}
