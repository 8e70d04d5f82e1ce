// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;

/**
 * The ball that sweeps over the scene along a figure of eight, and its shadow. Drawn once for each zoom and brightness, then
 * only laid over the backdrop. Confined to the thread that draws.
 */
final class Ball {
    private static final double NANOS_PER_ROUND = 6e9;

    private final PictureLayout layout;
    private final byte[] row;
    private BallSprite sprite;
    private ControlValues shown = ControlValues.INITIAL;
    private View view;

    Ball(PictureLayout layout) {
        this.layout = layout;
        this.row = new byte[layout.width()];
        this.view = View.of(layout, shown);
        this.sprite = BallSprite.of(view, shown.brightness());
    }

    /** Makes the ball fit the controls. */
    void show(ControlValues values) {
        if (!values.equals(shown)) {
            shown = values;
            view = View.of(layout, values);
            sprite = BallSprite.of(view, values.brightness());
        }
    }

    /** Lays the ball over a picture that shows the backdrop. */
    void draw(Picture target, Canvas backdrop, long elapsedNanos) {
        double angle = 2 * Math.PI * (elapsedNanos % (long) NANOS_PER_ROUND) / NANOS_PER_ROUND;
        double x = view.pictureX(0.5 + 0.36 * Math.sin(angle));
        double y = view.pictureY(0.42 + 0.20 * Math.sin(2 * angle));
        double turn = view.turn();
        double first = x - turn * Math.ceil((x + sprite.reach()) / turn);
        for (double centre = first; centre - sprite.reach() < view.width(); centre += turn) {
            draw(target, backdrop, centre, y);
        }
    }

    private void draw(Picture target, Canvas backdrop, double centreX, double centreY) {
        int originX = even(centreX - sprite.centre());
        int originY = even(centreY - sprite.centre());
        int left = Math.max(originX, 0);
        int top = Math.max(originY, 0);
        int right = Math.min(originX + sprite.size(), layout.width());
        int bottom = Math.min(originY + sprite.size(), view.height());
        if (left >= right || top >= bottom) {
            return;
        }
        lay(target.luma(), backdrop.luma(), sprite.luma(), layout.width(), originX, originY, left, top, right, bottom);
        int chromaRight = (right + 1) / 2;
        lay(
                target.blue(),
                backdrop.blue(),
                sprite.blue(),
                layout.chromaWidth(),
                originX / 2,
                originY / 2,
                left / 2,
                top / 2,
                chromaRight,
                bottom / 2);
        lay(
                target.red(),
                backdrop.red(),
                sprite.red(),
                layout.chromaWidth(),
                originX / 2,
                originY / 2,
                left / 2,
                top / 2,
                chromaRight,
                bottom / 2);
        target.drawnOver().include(left, top, right, bottom);
    }

    private void lay(
            ByteBuffer target,
            byte[] backdrop,
            BallSprite.Layer layer,
            int stride,
            int originX,
            int originY,
            int left,
            int top,
            int right,
            int bottom) {
        for (int y = top; y < bottom; y++) {
            layer.over(backdrop, y * stride + left, y - originY, left - originX, right - left, row);
            target.put(y * stride + left, row, 0, right - left);
        }
    }

    /** Rounds to an even number of pixels, so that colour samples stay together. */
    private static int even(double position) {
        return 2 * (int) Math.round(position / 2);
    }
}
