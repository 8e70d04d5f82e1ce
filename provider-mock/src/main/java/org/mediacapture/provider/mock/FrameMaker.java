// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import org.mediacapture.provider.VideoMode;

/** Makes the buffers of one stream, which share what it takes to fill them. Confined to the thread that draws. */
interface FrameMaker extends AutoCloseable {
    /** A new buffer for pictures of the stream's mode. */
    FrameBuffer newBuffer();

    /** Gives up what the buffers share; they are not filled afterwards, but stay readable. */
    @Override
    void close();

    /** The maker for a mode of a camera. */
    static FrameMaker of(VideoMode mode, Sceneries sceneries, String label) {
        PictureLayout layout = new PictureLayout(mode.width(), mode.height());
        String rate = mode.frameRate() == Math.rint(mode.frameRate())
                ? String.valueOf((long) mode.frameRate())
                : String.valueOf(mode.frameRate());
        TestPattern pattern =
                new TestPattern(layout, sceneries, label, mode.width() + "×" + mode.height() + "  " + rate + " fps");
        return mode.format().isCompressed() ? new MjpegFrames(layout, pattern) : new PlanarFrames(layout, pattern);
    }
}
