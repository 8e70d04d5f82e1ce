// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arguments of a command as its manual shows them, such as "[TRACK or CAMERA] FILE [SETTINGS]", taken apart. Immutable.
 *
 * @param slots the places for names, in their order
 * @param pairs what words with an equals sign stand for
 */
record CommandForm(List<Slot> slots, Set<String> pairs) {
    private static final Set<String> PAIRS = Set.of("CONSTRAINTS", "SETTINGS", "key=value");
    private static final Pattern SLOT = Pattern.compile("\\[([^\\]]+)\\](\\.\\.\\.)?|(\\S+(?: or \\S+)*)");

    /**
     * A place for a name.
     *
     * @param kinds what may stand there
     * @param optional whether it may be left out
     * @param repeated whether several may stand there
     */
    record Slot(Set<String> kinds, boolean optional, boolean repeated) {}

    CommandForm {
        slots = List.copyOf(slots);
        pairs = Set.copyOf(pairs);
    }

    static CommandForm of(String form) {
        List<Slot> slots = new ArrayList<>();
        Set<String> pairs = new LinkedHashSet<>();
        for (Matcher match = SLOT.matcher(form); match.find(); ) {
            boolean optional = match.group(1) != null;
            String text = optional ? match.group(1) : match.group(3);
            boolean repeated = text.endsWith("...") || match.group(2) != null;
            Set<String> kinds =
                    new LinkedHashSet<>(Arrays.asList(text.replace("...", "").split(" or ")));
            if (PAIRS.containsAll(kinds)) {
                pairs.addAll(kinds);
            } else {
                slots.add(new Slot(kinds, optional, repeated));
            }
        }
        return new CommandForm(slots, pairs);
    }

    /** What a name may stand for when so many names stand before it. */
    Set<String> kindsAfter(int names) {
        Set<String> kinds = new LinkedHashSet<>();
        int slot = Math.min(names, slots.size());
        if (slot > 0 && slots.get(slot - 1).repeated()) {
            kinds.addAll(slots.get(slot - 1).kinds());
        }
        for (; slot < slots.size(); slot++) {
            kinds.addAll(slots.get(slot).kinds());
            if (!slots.get(slot).optional()) {
                break;
            }
        }
        return kinds;
    }

    /** Whether all names that must be there are, so that a word with an equals sign is the next thing to type. */
    boolean hasNames(int names) {
        return names >= slots.stream().filter(slot -> !slot.optional()).count();
    }
}
