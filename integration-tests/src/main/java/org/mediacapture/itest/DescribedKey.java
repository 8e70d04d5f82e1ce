// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * A key of a configuration, as Metatype describes it. Immutable.
 *
 * @param name the key
 * @param type its type, with [] for a list
 * @param byDefault its default, or ""
 * @param min the least that is accepted
 * @param max the most that is accepted
 * @param options the words that are accepted; empty if there are none
 * @param meaning its title and its description
 */
record DescribedKey(
        String name,
        String type,
        String byDefault,
        Optional<Long> min,
        Optional<Long> max,
        List<String> options,
        String meaning) {
    static DescribedKey of(Element definition) {
        List<String> options = new ArrayList<>();
        Xml.children(definition, "Option").forEach(option -> options.add(option.getAttribute("value")));
        return new DescribedKey(
                definition.getAttribute("id"),
                definition.getAttribute("type")
                        + (definition.getAttribute("cardinality").isEmpty() ? "" : "[]"),
                definition.getAttribute("default").replaceAll("\\\\(.)", "$1"), // lists have escapes
                number(definition.getAttribute("min")),
                number(definition.getAttribute("max")),
                options,
                definition.getAttribute("name") + ": " + definition.getAttribute("description"));
    }

    private static Optional<Long> number(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(text));
    }

    /** The row of docs/configuration.md. */
    String row() {
        return "| `" + name + "` | " + type + " | " + code(byDefault) + " | " + accepted() + " | "
                + meaning.replace("|", "\\|") + " |";
    }

    private String accepted() {
        if (!options.isEmpty()) {
            return options.stream().map(DescribedKey::code).collect(Collectors.joining(", "));
        }
        return min.map(least -> least + " to " + max.map(String::valueOf).orElse("any"))
                .orElse(type.equals("Boolean") ? "`true`, `false`" : "–");
    }

    private static String code(String text) {
        return text.isEmpty() ? "–" : "`" + text + "`";
    }

    /** Values that are not accepted. */
    List<Object> wrongValues() {
        List<Object> wrong = new ArrayList<>();
        min.ifPresent(least -> wrong.add(least - 1));
        max.ifPresent(most -> wrong.add(most + 1));
        if (!options.isEmpty() || List.of("Long", "Integer", "Boolean").contains(type)) {
            wrong.add("nonsense");
        }
        if (List.of("Long", "Integer").contains(type)) {
            wrong.addAll(List.of(Double.NaN, 1.5, Long.MAX_VALUE, -1e300, ""));
        }
        if (type.equals("Boolean")) {
            wrong.addAll(List.of("true ", 1));
        }
        return wrong;
    }
}
