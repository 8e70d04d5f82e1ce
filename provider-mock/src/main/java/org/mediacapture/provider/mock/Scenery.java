// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * What a camera of some size sees as long as its controls stand still, without what changes from frame to frame: the scene with
 * the reticle, and the ball that is laid over it. Written once, then only read, so that cameras that look alike share it.
 */
final class Scenery {
    private final PictureLayout layout;
    private final View view;
    private final Canvas canvas;
    private final BallSprite ball;
    private final LaidBalls laidBalls = new LaidBalls();

    private Scenery(PictureLayout layout, View view, Tone tone) {
        this.layout = layout;
        this.view = view;
        this.canvas = Canvas.ofScene(layout);
        this.ball = BallSprite.of(view, tone);
    }

    /** Draws what the controls show. */
    static Scenery of(PictureLayout layout, Look look) {
        View view = View.of(layout, look);
        Tone tone = Tone.of(look);
        Scenery scenery = new Scenery(layout, view, tone);
        scenery.draw(tone, look);
        return scenery;
    }

    private void draw(Tone tone, Look look) {
        new Scene(layout).draw(canvas, view, tone);
        new Reticle(layout).draw(canvas, view, tone);
        if (look.torch()) {
            new Torchlight(layout).draw(canvas);
        }
        new Lens(layout).draw(canvas, look);
        new PointMarks(layout).draw(canvas, look.points());
    }

    /** Makes the upper part of a picture show the scene and nothing else. */
    void restore(Picture target) {
        if (!target.shows(this)) {
            canvas.copyTo(target);
            target.showing(this);
        } else {
            canvas.copyTo(target, target.drawnOver());
            target.drawnOver().clear();
        }
    }

    View view() {
        return view;
    }

    Canvas canvas() {
        return canvas;
    }

    BallSprite ball() {
        return ball;
    }

    LaidBalls laidBalls() {
        return laidBalls;
    }
}
