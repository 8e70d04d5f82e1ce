// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;

/**
 * The ball that sweeps over the scene along a figure of eight, and its shadow, laid over the scenery that it belongs to. Confined
 * to the thread that draws.
 */
final class Ball {
    private static final double NANOS_PER_ROUND = 6e9;

    private final PictureLayout layout;
    private byte[] work = {}; // the rows of a ball that is worked out, one behind the other
    private byte[] rows = {}; // those of the ball that is drawn: the same, or what the scenery has kept
    private int next; // where the next row lies

    Ball(PictureLayout layout) {
        this.layout = layout;
    }

    /** Lays the ball over a picture that shows the scenery. */
    void draw(Picture target, Scenery scenery, long elapsedNanos) {
        View view = scenery.view();
        double angle = 2 * Math.PI * (elapsedNanos % (long) NANOS_PER_ROUND) / NANOS_PER_ROUND;
        double x = view.pictureX(0.5 + 0.36 * Math.sin(angle));
        double y = view.pictureY(0.42 + 0.20 * Math.sin(2 * angle));
        double reach = scenery.ball().reach();
        double left = x - view.turn() * Math.ceil((x + reach) / view.turn());
        double top = y - view.rise() * Math.ceil((y + reach) / view.rise());
        for (double centreY = top; centreY - reach < view.height(); centreY += view.rise()) {
            for (double centreX = left; centreX - reach < view.width(); centreX += view.turn()) {
                draw(target, scenery, centreX, centreY);
            }
        }
    }

    private void draw(Picture target, Scenery scenery, double centreX, double centreY) {
        BallSprite sprite = scenery.ball();
        Canvas backdrop = scenery.canvas();
        int originX = even(centreX - sprite.centre());
        int originY = even(centreY - sprite.centre());
        int end = Math.min(sprite.size(), scenery.view().height() - originY);
        rows = scenery.laidBalls().at(originX, originY);
        if (rows.length == 0) {
            work = work.length >= sprite.bytes() ? work : new byte[sprite.bytes()];
            rows = work;
        }
        next = 0;
        for (int y = Math.max(0, -originY); y < end; y += 2) {
            int from = Math.max(sprite.from(y / 2), -originX);
            int to = Math.min(sprite.to(y / 2), layout.width() - originX);
            if (from >= to) {
                continue;
            }
            lay(target.luma(), backdrop.luma(), sprite.luma(), (originY + y) * layout.width() + originX, y, from, to);
            lay(
                    target.luma(),
                    backdrop.luma(),
                    sprite.luma(),
                    (originY + y + 1) * layout.width() + originX,
                    y + 1,
                    from,
                    to);
            int pair = (originY + y) / 2;
            int chromaAt = pair * layout.chromaWidth() + originX / 2;
            lay(target.blue(), backdrop.blue(), sprite.blue(), chromaAt, y / 2, from / 2, (to + 1) / 2);
            lay(target.red(), backdrop.red(), sprite.red(), chromaAt, y / 2, from / 2, (to + 1) / 2);
            target.drawnOver().include(pair, originX + from, originX + to);
        }
        if (rows == work) {
            scenery.laidBalls().keep(originX, originY, work, next);
        }
    }

    /** Lays some columns of a row of the ball, whose column 0 is at a given sample, over the backdrop. */
    private void lay(
            ByteBuffer target, byte[] backdrop, BallSprite.Layer layer, int at, int layerRow, int from, int to) {
        int count = to - from;
        if (rows == work) {
            layer.over(backdrop, at + from, layerRow, from, count, work, next);
        }
        target.put(at + from, rows, next, count);
        next += count;
    }

    /** Rounds to an even number of pixels, so that colour samples stay together. */
    private static int even(double position) {
        return 2 * (int) Math.round(position / 2);
    }
}
