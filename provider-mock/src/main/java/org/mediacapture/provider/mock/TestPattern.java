// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * The picture of a mock camera, a pure function of its size, the elapsed time, the frame number and the controls: colour
 * bars, grey ramp and a ball that moves; below them the time and the frame number as text and as {@link BlockCode}. What a
 * picture showed before does not matter. Confined to the thread that draws.
 */
final class TestPattern {
    private final Slate slate;
    private final Backdrop backdrop;
    private final Ball ball;
    private final BlockCode code;

    /**
     * Makes the pattern of one size.
     *
     * @param layout the size
     * @param title the first line of fixed text, such as the camera's label
     * @param detail the second line of fixed text, such as the mode
     */
    TestPattern(PictureLayout layout, String title, String detail) {
        this.slate = new Slate(layout, title, detail);
        this.backdrop = new Backdrop(layout, slate);
        this.ball = new Ball(layout);
        this.code = new BlockCode(layout);
    }

    /**
     * Draws a frame.
     *
     * @param target a picture of the same size
     * @param elapsedNanos nanoseconds since the camera began to stream, at least 0
     * @param frame the frame number, at least 0
     * @param look what the controls do to the picture
     */
    void draw(Picture target, long elapsedNanos, long frame, Look look) {
        backdrop.show(look);
        backdrop.restore(target);
        ball.show(look);
        ball.draw(target, backdrop.canvas(), elapsedNanos);
        slate.draw(target, elapsedNanos, frame);
        code.write(target.luma(), frame);
    }
}
