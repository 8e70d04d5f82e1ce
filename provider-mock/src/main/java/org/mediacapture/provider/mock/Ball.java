// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;

/**
 * The ball that sweeps over the scene along a figure of eight, and its shadow. Drawn once for each state of the
 * controls, then only laid over the backdrop. Confined to the thread that draws.
 */
final class Ball {
    private static final double NANOS_PER_ROUND = 6e9;

    private final PictureLayout layout;
    private final byte[] row;
    private final Area part = new Area();
    private BallSprite sprite;
    private Look shown = Look.NEUTRAL;
    private View view;

    Ball(PictureLayout layout) {
        this.layout = layout;
        this.row = new byte[layout.width()];
        this.view = View.of(layout, shown);
        this.sprite = BallSprite.of(view, Tone.of(shown));
    }

    /** Makes the ball fit the controls. */
    void show(Look look) {
        if (look != shown && !look.equals(shown)) {
            shown = look;
            view = View.of(layout, look);
            sprite = BallSprite.of(view, Tone.of(look));
        }
    }

    /** Lays the ball over a picture that shows the backdrop. */
    void draw(Picture target, Canvas backdrop, long elapsedNanos) {
        double angle = 2 * Math.PI * (elapsedNanos % (long) NANOS_PER_ROUND) / NANOS_PER_ROUND;
        double x = view.pictureX(0.5 + 0.36 * Math.sin(angle));
        double y = view.pictureY(0.42 + 0.20 * Math.sin(2 * angle));
        double reach = sprite.reach();
        double left = x - view.turn() * Math.ceil((x + reach) / view.turn());
        double top = y - view.rise() * Math.ceil((y + reach) / view.rise());
        for (double centreY = top; centreY - reach < view.height(); centreY += view.rise()) {
            for (double centreX = left; centreX - reach < view.width(); centreX += view.turn()) {
                draw(target, backdrop, centreX, centreY);
            }
        }
    }

    private void draw(Picture target, Canvas backdrop, double centreX, double centreY) {
        int originX = even(centreX - sprite.centre());
        int originY = even(centreY - sprite.centre());
        int right = Math.min(originX + sprite.size(), layout.width());
        int bottom = Math.min(originY + sprite.size(), view.height());
        part.clear();
        part.include(Math.max(originX, 0), Math.max(originY, 0), right, bottom);
        if (part.isEmpty()) {
            return;
        }
        lay(target.luma(), backdrop.luma(), sprite.luma(), 0, originX, originY);
        lay(target.blue(), backdrop.blue(), sprite.blue(), 1, originX, originY);
        lay(target.red(), backdrop.red(), sprite.red(), 1, originX, originY);
        target.drawnOver().include(part.left(), part.top(), part.right(), part.bottom());
    }

    /** Lays one plane of the ball over that of the backdrop; a shift of 1 is for planes of half the width and height. */
    private void lay(ByteBuffer target, byte[] backdrop, BallSprite.Layer layer, int shift, int originX, int originY) {
        int stride = layout.width() + shift >> shift;
        int left = part.left() >> shift;
        int count = (part.right() + shift >> shift) - left;
        for (int y = part.top() >> shift; y < part.bottom() >> shift; y++) {
            int at = y * stride + left;
            layer.over(backdrop, at, y - (originY >> shift), left - (originX >> shift), count, row);
            target.put(at, row, 0, count);
        }
    }

    /** Rounds to an even number of pixels, so that colour samples stay together. */
    private static int even(double position) {
        return 2 * (int) Math.round(position / 2);
    }
}
