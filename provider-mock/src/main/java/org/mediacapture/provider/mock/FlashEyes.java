// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * A pair of eyes that looks out of the upper right of a photo taken with flash: their pupils are red, or black if red eyes
 * were reduced. Immutable.
 */
final class FlashEyes {
    private static final Ycc WHITE = Ycc.ofRgb(0xf4f4f4);
    private static final Ycc RED = Ycc.ofRgb(0xe00010);
    private static final Ycc DARK = Ycc.ofRgb(0x101010);
    private static final double HEIGHT = 0.13;
    private static final double[] PLACES = {0.86, 0.93};
    private static final double RADIUS = 0.03;
    private static final double PUPIL = 0.55;

    private final PictureLayout layout;

    FlashEyes(PictureLayout layout) {
        this.layout = layout;
    }

    void draw(Picture picture, boolean reduced) {
        double radius = RADIUS * Math.min(layout.width(), layout.height());
        for (double place : PLACES) {
            disc(picture, place * layout.width(), HEIGHT * layout.height(), radius, WHITE);
            disc(picture, place * layout.width(), HEIGHT * layout.height(), PUPIL * radius, reduced ? DARK : RED);
        }
    }

    private void disc(Picture picture, double middleX, double middleY, double radius, Ycc color) {
        for (int y = (int) (middleY - radius); y <= middleY + radius; y++) {
            for (int x = (int) (middleX - radius); x <= middleX + radius; x++) {
                if (Math.hypot(x + 0.5 - middleX, y + 0.5 - middleY) <= radius) {
                    picture.luma().put(y * layout.width() + x, Ycc.sample(color.y()));
                    int chroma = y / 2 * layout.chromaWidth() + x / 2;
                    picture.blue().put(chroma, Ycc.sample(color.cb()));
                    picture.red().put(chroma, Ycc.sample(color.cr()));
                }
            }
        }
    }
}
