// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways to show a picture in a terminal, best first. */
public enum Form {
    /** Whole pictures by the protocol of kitty, which Ghostty and Konsole know too. */
    KITTY(new KittyEncoder()),
    /** Whole pictures by the protocol of iTerm2, which WezTerm and mintty know too. */
    ITERM(new ItermEncoder()),
    /** Pictures of 256 colours in the manner of the VT340. */
    SIXEL(new SixelEncoder()),
    /** Half blocks of 24-bit colour: two pixels in each character. */
    BLOCKS(new BlocksEncoder(Colours.FULL)),
    /** Half blocks of the 256 colours of a terminal. */
    BLOCKS256(new BlocksEncoder(Colours.PALETTE)),
    /** Characters by brightness, without any escape sequence. */
    ASCII(new AsciiEncoder());

    /** The word that leaves the choice to the environment. */
    public static final String AUTO = "auto";

    private final Encoder encoder;

    Form(Encoder encoder) {
        this.encoder = encoder;
    }

    /**
     * All words that are accepted for a form.
     *
     * @return for example "auto, kitty, ascii"
     */
    public static String accepted() {
        return AUTO + ", " + Arrays.stream(values()).map(Form::word).collect(Collectors.joining(", "));
    }

    /**
     * The form of a word.
     *
     * @param name where the word comes from, for the message of a failure
     * @param word as typed
     * @return the form; empty for {@link #AUTO}
     * @throws IllegalArgumentException if there is no such form
     */
    public static Optional<Form> of(String name, String word) {
        Optional<Form> form = Arrays.stream(values())
                .filter(known -> known.word().equals(word))
                .findFirst();
        if (form.isEmpty() && !word.equals(AUTO)) {
            throw new IllegalArgumentException(
                    name + ": \"" + word + "\" is no way to show a picture; accepted are " + accepted());
        }
        return form;
    }

    /**
     * The word of the form.
     *
     * @return for example "kitty"
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Encoder encoder() {
        return encoder;
    }
}
