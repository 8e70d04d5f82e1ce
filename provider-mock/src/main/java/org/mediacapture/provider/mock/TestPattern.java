// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * The picture of a mock camera, a pure function of its size, the elapsed time, the frame number and the controls: colour
 * bars, grey ramp and a ball that moves; below them the time and the frame number as text and as {@link BlockCode}. What a
 * picture showed before does not matter. Confined to the thread that draws.
 */
final class TestPattern {
    private final PictureLayout layout;
    private final Sceneries sceneries;
    private final Slate slate;
    private final Ball ball;
    private final BlockCode code;
    private Look look = Look.NEUTRAL;
    private Scenery scenery;

    /**
     * Makes the pattern of one size.
     *
     * @param layout the size
     * @param sceneries where what looks alike is shared
     * @param title the first line of fixed text, such as the camera's label
     * @param detail the second line of fixed text, such as the mode
     */
    TestPattern(PictureLayout layout, Sceneries sceneries, String title, String detail) {
        this.layout = layout;
        this.sceneries = sceneries;
        this.slate = new Slate(layout, title, detail);
        this.ball = new Ball(layout);
        this.code = new BlockCode(layout);
        this.scenery = sceneries.of(layout, look);
    }

    /**
     * Draws a frame.
     *
     * @param target a picture of the same size
     * @param elapsedNanos nanoseconds since the camera began to stream, at least 0
     * @param frame the frame number, at least 0
     * @param wanted what the controls do to the picture
     */
    void draw(Picture target, long elapsedNanos, long frame, Look wanted) {
        show(wanted);
        scenery.restore(target);
        ball.draw(target, scenery, elapsedNanos);
        slate.draw(target, elapsedNanos, frame);
        code.write(target.luma(), target.code(frame), frame);
    }

    private void show(Look wanted) {
        if (wanted != look) {
            if (!wanted.equals(look)) {
                scenery = sceneries.of(layout, wanted);
            }
            look = wanted;
        }
    }
}
