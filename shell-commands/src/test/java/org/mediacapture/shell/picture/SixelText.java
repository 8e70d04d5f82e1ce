// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sixels back, as a VT340 would. */
public final class SixelText {
    private static final int UNSET = -1;
    private static final Pattern IMAGE = Pattern.compile("\033P[\\d;]*q(.*?)\033\\\\", Pattern.DOTALL);
    private static final Pattern PART =
            Pattern.compile("\"1;1;(\\d+);(\\d+)|#(\\d+);2;(\\d+);(\\d+);(\\d+)|#(\\d+)|!(\\d+)([?-~])|([?-~])|([$-])");

    private final Map<Integer, Integer> palette = new HashMap<>();
    private int width;
    private int height;
    private int[] rgb = {};
    private int colour;
    private int x;
    private int top;

    private SixelText() {}

    /** The pixels of the only sixel image in a text; all of them must have been drawn. */
    public static Pixels decode(String text) {
        Matcher image = IMAGE.matcher(text);
        if (!image.find()) {
            throw new AssertionError("no sixels");
        }
        SixelText decoder = new SixelText();
        decoder.read(image.group(1));
        if (image.find() || Arrays.stream(decoder.rgb).anyMatch(pixel -> pixel == UNSET)) {
            throw new AssertionError("a second image, or a pixel that was not drawn");
        }
        return new Pixels(decoder.width, decoder.height, decoder.rgb);
    }

    private void read(String data) {
        Matcher part = PART.matcher(data);
        int end = 0;
        while (part.find()) {
            if (part.start() != end) {
                throw new AssertionError("unknown sixel data at " + end);
            }
            end = part.end();
            read(part);
        }
        if (end != data.length()) {
            throw new AssertionError("unknown sixel data at " + end);
        }
    }

    private void read(Matcher part) {
        if (part.group(1) != null) {
            width = number(part, 1);
            height = number(part, 2);
            rgb = new int[width * height];
            Arrays.fill(rgb, UNSET);
        } else if (part.group(3) != null) {
            palette.put(number(part, 3), level(part, 4) << 16 | level(part, 5) << 8 | level(part, 6));
        } else if (part.group(7) != null) {
            colour = palette.get(number(part, 7));
        } else if (part.group(8) != null) {
            draw(part.group(9).charAt(0), number(part, 8));
        } else if (part.group(10) != null) {
            draw(part.group(10).charAt(0), 1);
        } else {
            x = 0;
            top += part.group(11).equals("-") ? 6 : 0;
        }
    }

    private void draw(char sixel, int count) {
        for (int repeated = 0; repeated < count; repeated++, x++) {
            for (int bit = 0; bit < 6; bit++) {
                if ((sixel - '?' & 1 << bit) != 0) {
                    rgb[(top + bit) * width + x] = colour;
                }
            }
        }
    }

    private static int level(Matcher part, int group) {
        return (number(part, group) * 255 + 50) / 100;
    }

    private static int number(Matcher part, int group) {
        return Integer.parseInt(part.group(group));
    }
}
