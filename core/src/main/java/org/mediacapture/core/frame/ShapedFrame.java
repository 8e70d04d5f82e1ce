// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.mediacapture.frame.VideoFrame;

/**
 * A frame that is decoded and scaled for a track when the first of its consumers opens it, once for all of them; the camera's
 * buffer goes back as soon as that is done. Thread-safe.
 */
final class ShapedFrame implements PendingFrame {
    private final SharedFrame origin;
    private final CropAndScale shape;
    private final FrameScaler scaler;
    private final AtomicInteger holders = new AtomicInteger(1);
    private Optional<SharedFrame> picture = Optional.empty(); // guarded by this
    private Optional<RuntimeException> failure = Optional.empty(); // guarded by this

    /** Holds a frame of the camera; the maker of this object is its first holder. */
    ShapedFrame(SharedFrame origin, CropAndScale shape, FrameScaler scaler) {
        this.origin = origin;
        this.shape = shape;
        this.scaler = scaler;
        origin.hold();
    }

    @Override
    public long sequence() {
        return origin.sequence();
    }

    @Override
    public void hold() {
        holders.incrementAndGet();
    }

    @Override
    public void release() {
        if (holders.decrementAndGet() == 0) {
            end();
        }
    }

    @Override
    public FrameHandle open() {
        try {
            SharedFrame shaped = picture();
            shaped.hold();
            return shaped.open();
        } finally {
            release();
        }
    }

    /** Whoever comes while the picture is being made waits for it. */
    private synchronized SharedFrame picture() {
        if (picture.isEmpty() && failure.isEmpty()) {
            make();
        }
        return picture.orElseThrow(failure::get);
    }

    private void make() {
        try {
            picture = Optional.of(shaped());
        } catch (RuntimeException unusable) {
            failure = Optional.of(unusable);
        } catch (Error unusable) {
            failure = Optional.of(new IllegalStateException("The frame cannot be brought into shape", unusable));
        } finally {
            origin.release();
        }
    }

    private SharedFrame shaped() {
        VideoFrame pixels = pixels();
        CropAndScale.Fit fit = shape.fit(pixels.format(), pixels.visible());
        SharedFrame cropped = SharedFrame.of(pixels, fit.crop());
        if (!fit.scales()) {
            return cropped;
        }
        try (VideoFrame part = cropped.open()) {
            VideoFrame scaled = scaler.scale(part, fit.width(), fit.height());
            return SharedFrame.of(scaled, scaled.visible());
        }
    }

    private VideoFrame pixels() {
        VideoFrame frame = origin.handle();
        if (!frame.format().isCompressed()) {
            return frame;
        }
        try (frame) {
            return scaler.decode(frame);
        }
    }

    private synchronized void end() {
        if (failure.isEmpty()) {
            picture.ifPresentOrElse(SharedFrame::release, origin::release);
        }
    }
}
