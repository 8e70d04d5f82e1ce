// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.util.Base64;
import org.mediacapture.shell.camera.PixelSize;

/**
 * The graphics protocol of kitty: a PNG in pieces. Thread-safe.
 *
 * @see <a href="https://sw.kovidgoyal.net/kitty/graphics-protocol/">Terminal graphics protocol</a>
 */
final class KittyEncoder implements Encoder {
    /** What the protocol allows in one piece, in characters of base64. */
    private static final int PIECE = 4096;

    @Override
    public PixelSize grain(CellSize cell) {
        return new PixelSize(cell.width(), cell.height());
    }

    @Override
    public String encode(Pixels picture, Place place) {
        return place.around(pieces(
                Base64.getEncoder().encodeToString(PngFile.of(picture.toImage()).bytes()), control(place)));
    }

    /** Show at once, scaled to the place, without moving the cursor; and answer nothing (q=2), also not a failure. */
    private static String control(Place place) {
        String replaced = place.image() == 0 ? "" : ",i=" + place.image() + ",p=1";
        return "a=T,f=100,q=2,C=1,c=" + place.columns() + ",r=" + place.rows() + replaced;
    }

    private static String pieces(String data, String control) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < data.length(); from += PIECE) {
            int to = Math.min(data.length(), from + PIECE);
            text.append("\033_G")
                    .append(from == 0 ? control + "," : "")
                    .append(to < data.length() ? "m=1;" : "m=0;")
                    .append(data, from, to)
                    .append("\033\\");
        }
        return text.toString();
    }
}
