// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.VideoMode;

/**
 * The few buffers of a camera, which are filled, lent and given back. Confined to the capture thread, but for giving back, which
 * may happen on any thread, also when the camera is closed. Buffers are made when they are first needed.
 */
final class Pictures {
    /** How many buffers a camera has: those of a few readers, and one that is being filled. */
    static final int SIZE = 8;

    private final Deque<Picture> idle = new ArrayDeque<>();
    private final double frameRate;
    private VideoMode mode;
    private int lent;

    /** Buffers for pictures of a mode. */
    Pictures(VideoMode mode) {
        this.mode = mode;
        this.frameRate = mode.frameRate();
    }

    /** The mode of the pictures lent last. */
    VideoMode mode() {
        return mode;
    }

    /** Has a picture of a size filled, and lends it; it is dropped if all are lent. Tells before if the size is a new one. */
    void lend(int width, int height, Consumer<Picture> fill, FrameOutlet outlet) {
        if (width != mode.width() || height != mode.height()) {
            mode = new VideoMode(width, height, frameRate, PixelFormat.BGR24);
            outlet.modeChanged(mode);
        }
        Optional<Picture> picture = take();
        if (picture.isEmpty()) {
            outlet.dropped();
            return;
        }
        fill.accept(picture.get());
        outlet.frame(picture.get().data(), picture.get().lease(this::giveBack));
    }

    private synchronized Optional<Picture> take() {
        if (lent == SIZE) {
            return Optional.empty();
        }
        lent++;
        // Those of an earlier size are left to the collector.
        idle.removeIf(picture -> !fits(picture));
        return Optional.of(idle.isEmpty() ? new Picture(mode.width(), mode.height()) : idle.pop());
    }

    private synchronized void giveBack(Picture picture) {
        lent--;
        idle.push(picture);
    }

    private boolean fits(Picture picture) {
        return picture.data().codedWidth() == mode.width() && picture.data().codedHeight() == mode.height();
    }
}
