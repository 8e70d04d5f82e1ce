// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mediacapture.shell.output.ColourDepth;
import org.mediacapture.shell.output.Screen;
import org.mediacapture.shell.output.Surroundings;

/**
 * Chooses how pictures are shown: as asked, else by variables alone. The terminal is never asked, since its answer would come
 * among what is typed. Immutable.
 *
 * @param surroundings the variables
 * @param screen where the picture is seen
 */
public record FormChoice(Surroundings surroundings, Screen screen) {
    /** The session variable that says how pictures are shown, for terminals whose variables do not tell. */
    public static final String VARIABLE = "camera.preview";

    private static final Set<String> ITERM_PROGRAMS = Set.of("iterm.app", "wezterm", "mintty");
    private static final List<String> KITTY_TERMS = List.of("xterm-kitty", "xterm-ghostty");

    /** Terminals that draw sixels whatever their version. xterm is none: it draws them only where it was told to. */
    private static final List<String> SIXEL_TERMS = List.of("foot", "mlterm", "yaft", "contour");

    /**
     * Chooses.
     *
     * @param asked what was given for {@code --as}
     * @return the form
     * @throws IllegalArgumentException if what was asked for, or the variable of the session, is no form
     */
    public Form choose(Optional<String> asked) {
        return asked.flatMap(word -> Form.of("--as", word))
                .or(() -> screen.terminal()
                        ? surroundings.variable(VARIABLE).flatMap(word -> Form.of(VARIABLE, word))
                        : Optional.of(Form.ASCII))
                .or(this::graphics)
                .orElseGet(this::characters);
    }

    /** Within tmux and screen the variables of the terminal outside are still there, and its pictures do not come through. */
    private Optional<Form> graphics() {
        String term = lower("TERM");
        if (term.equals("dumb") || isSet("TMUX") || term.startsWith("screen") || term.startsWith("tmux")) {
            return Optional.empty();
        }
        String program = lower("TERM_PROGRAM");
        if (isSet("KITTY_WINDOW_ID") || KITTY_TERMS.contains(term) || program.equals("ghostty")) {
            return Optional.of(Form.KITTY);
        }
        if (ITERM_PROGRAMS.contains(program) || lower("LC_TERMINAL").equals("iterm2")) {
            return Optional.of(Form.ITERM);
        }
        boolean sixel = term.contains("sixel") || SIXEL_TERMS.stream().anyMatch(term::startsWith);
        return sixel ? Optional.of(Form.SIXEL) : Optional.empty();
    }

    private Form characters() {
        if (screen.shows(ColourDepth.FULL)) {
            return Form.BLOCKS;
        }
        return screen.shows(ColourDepth.PALETTE) ? Form.BLOCKS256 : Form.ASCII;
    }

    private boolean isSet(String variable) {
        return surroundings.variable(variable).isPresent();
    }

    private String lower(String variable) {
        return surroundings.variable(variable).orElse("").toLowerCase(Locale.ROOT);
    }
}
