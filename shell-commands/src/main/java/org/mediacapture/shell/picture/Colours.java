// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

/** How a terminal is told a colour. Immutable. */
enum Colours {
    /** Any colour. */
    FULL {
        @Override
        int code(int rgb) {
            return rgb;
        }

        @Override
        String parameters(int code) {
            return "2;" + (code >> 16) + ";" + (code >> 8 & 0xFF) + ";" + (code & 0xFF);
        }
    },
    /** The nearest of the 240 colours that are the same in all terminals: a cube of 6x6x6 and 24 shades of grey. */
    PALETTE {
        @Override
        int code(int rgb) {
            int red = rgb >> 16;
            int green = rgb >> 8 & 0xFF;
            int blue = rgb & 0xFF;
            int r = step(red);
            int g = step(green);
            int b = step(blue);
            int shade = Math.min(SHADES - 1, Math.max(0, ((red + green + blue) / 3 - DARKEST + SHADE / 2) / SHADE));
            int grey = DARKEST + shade * SHADE;
            int ofCube = distance(red, green, blue, LEVELS[r], LEVELS[g], LEVELS[b]);
            return distance(red, green, blue, grey, grey, grey) < ofCube
                    ? FIRST_SHADE + shade
                    : FIRST_OF_CUBE + (r * LEVELS.length + g) * LEVELS.length + b;
        }

        @Override
        String parameters(int code) {
            return "5;" + code;
        }
    };

    private static final int[] LEVELS = {0, 95, 135, 175, 215, 255};
    private static final int FIRST_OF_CUBE = 16;
    private static final int FIRST_SHADE = 232;
    private static final int SHADES = 24;
    private static final int DARKEST = 8;
    private static final int SHADE = 10;

    /** What stands for a colour, the same for all colours that the terminal does not tell apart. */
    abstract int code(int rgb);

    /** The parameters of SGR 38 and 48 for a code. */
    abstract String parameters(int code);

    private static int step(int value) {
        int nearest = 0;
        for (int level = 1; level < LEVELS.length; level++) {
            if (Math.abs(LEVELS[level] - value) < Math.abs(LEVELS[nearest] - value)) {
                nearest = level;
            }
        }
        return nearest;
    }

    private static int distance(int red, int green, int blue, int r, int g, int b) {
        return (red - r) * (red - r) + (green - g) * (green - g) + (blue - b) * (blue - b);
    }
}
