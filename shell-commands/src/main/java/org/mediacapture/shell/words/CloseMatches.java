// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a mistyped one may have been meant for. Thread-safe. */
public final class CloseMatches {
    private static final int MOST = 3;
    private static final int LETTERS_PER_MISTAKE = 3;

    private CloseMatches() {}

    /**
     * The question that helps who mistyped a name.
     *
     * @param typed what was typed
     * @param names what there is
     * @return "; did you mean width or height?", or "" if nothing is close
     */
    public static String question(String typed, Collection<String> names) {
        List<String> close = of(typed, names);
        return close.isEmpty() ? "" : "; did you mean " + String.join(" or ", close) + "?";
    }

    static List<String> of(String typed, Collection<String> names) {
        String wrong = typed.toLowerCase(Locale.ROOT);
        // Two letters exchanged count as two mistakes.
        int mistakes = wrong.length() <= LETTERS_PER_MISTAKE ? 1 : Math.max(2, wrong.length() / LETTERS_PER_MISTAKE);
        return names.stream()
                .filter(name -> distance(wrong, name) <= mistakes || begins(wrong, name))
                .sorted(Comparator.comparingInt((String name) -> distance(wrong, name))
                        .thenComparing(name -> name))
                .limit(MOST)
                .toList();
    }

    private static boolean begins(String wrong, String name) {
        return wrong.length() >= LETTERS_PER_MISTAKE
                && name.toLowerCase(Locale.ROOT).startsWith(wrong);
    }

    /** Letters to insert, remove or replace (Levenshtein), whatever the case. */
    private static int distance(String wrong, String name) {
        String right = name.toLowerCase(Locale.ROOT);
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= wrong.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int replaced = previous[column - 1] + (wrong.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
