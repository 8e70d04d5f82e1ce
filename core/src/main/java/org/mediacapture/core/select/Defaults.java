// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import org.mediacapture.provider.VideoMode;

/** What is chosen where nothing is asked: 640x480 at 30 frames per second, as browsers do (CM-12). */
final class Defaults {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 480;
    private static final double FRAME_RATE = 30;

    private Defaults() {}

    static double distance(VideoMode mode) {
        return difference(mode.width(), WIDTH)
                + difference(mode.height(), HEIGHT)
                + difference(mode.frameRate(), FRAME_RATE);
    }

    private static double difference(double actual, double usual) {
        return Math.abs(actual - usual) / Math.max(actual, usual);
    }
}
