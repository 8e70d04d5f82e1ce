// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * Where the scene lies on the picture. The scene is a unit square whose opposite edges touch: a camera that turns far
 * enough sees it again. Immutable.
 *
 * @param width width of the part of the picture that shows the scene, in pixels
 * @param height height of that part, in pixels
 * @param zoom magnification, a ratio
 * @param pan direction in arc seconds, positive to the right
 * @param tilt direction in arc seconds, positive upwards
 */
record View(int width, int height, double zoom, double pan, double tilt) {
    /** The angle that the whole scene takes from left to right, in arc seconds: 20 degrees. */
    private static final double SCENE_ANGLE = 72_000;

    /** The angle that the whole scene takes from top to bottom, in arc seconds: 15 degrees. */
    private static final double SCENE_RISE = 54_000;

    static View of(PictureLayout layout, Look look) {
        return new View(layout.width(), layout.sceneHeight(), look.zoom(), look.pan(), look.tilt());
    }

    /** The place on the scene of a horizontal position in pixels, 0 (left) up to 1. */
    double sceneX(double x) {
        double unwrapped = 0.5 + pan / SCENE_ANGLE + (x - width / 2.0) / (width * zoom);
        return unwrapped - Math.floor(unwrapped);
    }

    /** The place on the scene of a vertical position in pixels, 0 (top) up to 1. */
    double sceneY(double y) {
        double unwrapped = 0.5 - tilt / SCENE_RISE + (y - height / 2.0) / (height * zoom);
        return unwrapped - Math.floor(unwrapped);
    }

    /** The horizontal position in pixels of a place on the scene; others lie a {@link #turn()} to the left and right. */
    double pictureX(double sceneX) {
        return width / 2.0 + (sceneX - 0.5 - pan / SCENE_ANGLE) * width * zoom;
    }

    /** The vertical position in pixels of a place on the scene; others lie a {@link #rise()} above and below. */
    double pictureY(double sceneY) {
        return height / 2.0 + (sceneY - 0.5 + tilt / SCENE_RISE) * height * zoom;
    }

    /** The width of the whole scene in pixels. */
    double turn() {
        return width * zoom;
    }

    /** The height of the whole scene in pixels. */
    double rise() {
        return height * zoom;
    }
}
