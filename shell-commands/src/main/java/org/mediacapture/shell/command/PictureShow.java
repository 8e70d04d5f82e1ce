// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.io.IOException;
import java.util.Optional;
import org.mediacapture.frame.Blob;
import org.mediacapture.shell.camera.Picture;
import org.mediacapture.shell.output.Line;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.output.Screen;
import org.mediacapture.shell.output.Surroundings;
import org.mediacapture.shell.picture.Painter;
import org.mediacapture.shell.picture.PhotoPixels;
import org.mediacapture.shell.words.Usage;

/**
 * How a command shows the picture that it took, below the line that it answers. Immutable.
 *
 * @param painter draws it
 * @param screen where it is seen
 */
record PictureShow(Painter painter, Screen screen) {
    static final String SHOW = "--show";
    static final String AS = "--as";
    static final String FORMS =
            "FORM=auto|kitty|iterm|sixel|blocks|blocks256|ascii: how it is drawn; auto, if it is not given, goes by the environment";

    /** The lines of the answer and of what is typed next. */
    private static final int OTHER_ROWS = 2;

    /** Reads what was asked for; to say how a picture is shown asks for it, too. */
    static Optional<PictureShow> of(
            Usage usage, boolean json, boolean show, Optional<String> as, Surroundings surroundings) {
        if (!show && as.isEmpty()) {
            return Optional.empty();
        }
        if (json) {
            throw usage.wrong(SHOW + " is for a person and --json for a program; leave one of the two out");
        }
        return Optional.of(new PictureShow(Painter.of(surroundings, as), Screen.of(surroundings)));
    }

    /** The answer with the picture; one that cannot be shown is taken all the same. */
    Printable shown(Picture answer, Blob file) {
        int rows = Math.max(1, screen.rows() - OTHER_ROWS);
        String below;
        try {
            below = PhotoPixels.of(file)
                    .map(pixels ->
                            painter.draw(file, pixels, screen.columns(), rows).text())
                    .map(text -> text.substring(0, text.length() - 1))
                    .orElse("not shown: " + file.type() + " is no kind of picture that this Java reads");
        } catch (IOException e) {
            below = "not shown: the picture is damaged: " + e.getMessage();
        }
        return new Line(answer.text() + "\n" + below);
    }
}
