// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import java.util.Locale;

/** How many colours a terminal shows, fewest first. */
public enum ColourDepth {
    /** No escape sequences at all. */
    NONE,
    /** The 16 colours of every terminal, whose shades are the person's own. */
    BASIC,
    /** The fixed palette of 256 colours. */
    PALETTE,
    /** 24 bits. */
    FULL;

    /** Whether these are at least as many colours as others. */
    boolean covers(ColourDepth other) {
        return compareTo(other) >= 0;
    }

    /**
     * What the variables of a terminal tell. The terminal itself is never asked: its answer would come among what is typed.
     *
     * @param variables the variables of the session and of the environment
     * @return the depth; at least {@link #BASIC} unless the terminal is a dumb one or colours are refused
     */
    static ColourDepth of(Surroundings variables) {
        String term = variables.variable("TERM").orElse("dumb").toLowerCase(Locale.ROOT);
        boolean windows = variables.variable("WT_SESSION").isPresent();
        if (term.equals("dumb") && !windows || variables.variable("NO_COLOR").isPresent()) {
            return NONE;
        }
        String promised = variables.variable("COLORTERM").orElse("");
        boolean full = promised.equals("truecolor") || promised.equals("24bit") || term.endsWith("-direct");
        if (full || windows || term.equals("xterm-kitty") || term.equals("xterm-ghostty")) {
            return FULL;
        }
        return term.contains("256color") ? PALETTE : BASIC;
    }
}
