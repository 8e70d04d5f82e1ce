// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * The fine lines over the scene: a large circle, which shows whether pixels are square, and a cross in its middle. Belongs
 * to the scene, and thus moves and grows with it. Immutable.
 */
final class Reticle {
    private static final double RADIUS = 0.44;
    private static final double LINE_WIDTH = 1.6;
    private static final double OPACITY = 0.85;
    private static final double CROSS = 0.05;

    private final PictureLayout layout;

    Reticle(PictureLayout layout) {
        this.layout = layout;
    }

    void draw(Canvas canvas, View view, Tone tone) {
        Ycc color = tone.of(Ycc.WHITE);
        double middleX = view.pictureX(0.5);
        double middleY = view.pictureY(0.5);
        for (int row = -1; row <= 1; row++) {
            for (int column = -1; column <= 1; column++) {
                draw(canvas, view, color, middleX + column * view.turn(), middleY + row * view.rise());
            }
        }
    }

    private void draw(Canvas canvas, View view, Ycc color, double centreX, double centreY) {
        double reach = RADIUS * view.height() * view.zoom() + LINE_WIDTH * layout.scale() * view.zoom();
        int left = (int) Math.max(0, centreX - reach);
        int right = (int) Math.min(view.width(), centreX + reach + 1);
        int top = (int) Math.max(0, centreY - reach);
        int bottom = (int) Math.min(view.height(), centreY + reach + 1);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                double alpha = coverage(view, x + 0.5 - centreX, y + 0.5 - centreY);
                if (alpha > 0) {
                    canvas.blendLuma(x, y, color.y(), alpha);
                }
            }
        }
        for (int y = top / 2; y < bottom / 2; y++) {
            for (int x = left / 2; x < right / 2; x++) {
                double alpha = coverage(view, 2 * x + 1 - centreX, 2 * y + 1 - centreY);
                if (alpha > 0) {
                    canvas.blendChroma(x, y, color, alpha);
                }
            }
        }
    }

    /** How much of a pixel at a distance from the centre is covered by a line, 0 to the opacity. */
    private double coverage(View view, double dx, double dy) {
        double half = LINE_WIDTH * layout.scale() * view.zoom() / 2 + 0.5;
        double radius = RADIUS * view.height() * view.zoom();
        double squared = dx * dx + dy * dy;
        double ring = 0;
        if (squared > (radius - half) * (radius - half) && squared < (radius + half) * (radius + half)) {
            ring = half - Math.abs(Math.sqrt(squared) - radius);
        }
        double arm = CROSS * view.height() * view.zoom();
        double near = Math.min(Math.abs(dx), Math.abs(dy));
        double far = Math.max(Math.abs(dx), Math.abs(dy));
        double cross = far < arm ? half - near : 0;
        return OPACITY * Math.min(1, Math.max(0, Math.max(ring, cross)));
    }
}
