// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule of the specifications, as {@code docs/conformance/rules.csv} has it. Immutable.
 *
 * @param id section and number, such as {@code GUM-12}
 * @param section the first part of the id
 * @param phrase what the rule says, in a line of our own
 * @param link where the W3C says it
 * @param missing the concept of a browser that has no counterpart here; empty for rules that a test must prove
 */
record RuleEntry(String id, Section section, String phrase, URI link, Optional<String> missing) {
    private static final Pattern ID = Pattern.compile("([A-Z]+)-[1-9][0-9]*");

    /**
     * Makes an entry of the columns of the file.
     *
     * @throws IllegalArgumentException if a column is not as it must be; the message names it
     */
    static RuleEntry of(String id, String phrase, String link, String missing) {
        if (phrase.isBlank()) {
            throw new IllegalArgumentException("rule: " + id + " has no phrase");
        }
        URI target = URI.create(link);
        if (!"https".equals(target.getScheme()) || target.getFragment() == null) {
            throw new IllegalArgumentException(
                    "link: '" + link + "' of " + id + " is not accepted; an https address with a fragment is");
        }
        return new RuleEntry(
                id, sectionOf(id), phrase, target, Optional.of(missing).filter(concept -> !concept.isBlank()));
    }

    private static Section sectionOf(String id) {
        Matcher parts = ID.matcher(id);
        return Arrays.stream(Section.values())
                .filter(section -> parts.matches() && section.name().equals(parts.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("id: '" + id + "' is not accepted; one of "
                        + Arrays.toString(Section.values()) + " with - and a number is"));
    }
}
