// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * Where the scene lies on the picture. The scene is a unit square whose left and right edges touch, as on a cylinder: a
 * camera that turns far enough sees it again. Immutable.
 *
 * @param width width of the part of the picture that shows the scene, in pixels
 * @param height height of that part, in pixels
 * @param zoom magnification, a ratio
 * @param pan direction in arc seconds, positive to the right
 */
record View(int width, int height, double zoom, double pan) {
    /** The angle that the whole scene takes, in arc seconds: 20 degrees. */
    private static final double SCENE_ANGLE = 72_000;

    static View of(PictureLayout layout, ControlValues values) {
        return new View(layout.width(), layout.sceneHeight(), values.zoom(), values.pan());
    }

    /** The place on the scene of a horizontal position in pixels, 0 (left) up to 1. */
    double sceneX(double x) {
        double unwrapped = 0.5 + pan / SCENE_ANGLE + (x - width / 2.0) / (width * zoom);
        return unwrapped - Math.floor(unwrapped);
    }

    /** The place on the scene of a vertical position in pixels, 0 (top) to 1. */
    double sceneY(double y) {
        return 0.5 + (y - height / 2.0) / (height * zoom);
    }

    /** The horizontal position in pixels of a place on the scene; others lie a {@link #turn()} to the left and right. */
    double pictureX(double sceneX) {
        return width / 2.0 + (sceneX - 0.5 - pan / SCENE_ANGLE) * width * zoom;
    }

    /** The vertical position in pixels of a place on the scene. */
    double pictureY(double sceneY) {
        return height / 2.0 + (sceneY - 0.5) * height * zoom;
    }

    /** The width of the whole scene in pixels. */
    double turn() {
        return width * zoom;
    }
}
