// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/** The area that the torch lights: a disc in the middle of the scene, brightest in its centre. Immutable. */
final class Torchlight {
    private static final double RADIUS = 0.36;
    private static final double LEVELS = 80;

    private final PictureLayout layout;

    Torchlight(PictureLayout layout) {
        this.layout = layout;
    }

    void draw(Canvas canvas) {
        double radius = RADIUS * layout.sceneHeight();
        double middleX = layout.width() / 2.0;
        double middleY = layout.sceneHeight() / 2.0;
        int left = (int) Math.max(0, middleX - radius);
        int right = (int) Math.min(layout.width(), middleX + radius + 1);
        for (int y = (int) (middleY - radius); y < middleY + radius; y++) {
            for (int x = left; x < right; x++) {
                double dx = (x + 0.5 - middleX) / radius;
                double dy = (y + 0.5 - middleY) / radius;
                double inside = Math.max(0, 1 - dx * dx - dy * dy);
                int at = y * layout.width() + x;
                canvas.luma()[at] = Ycc.sample((canvas.luma()[at] & 0xff) + LEVELS * inside * inside);
            }
        }
    }
}
