// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.Plane;
import org.mediacapture.frame.VideoFrame;

/** A lent buffer and the number of those who hold it; the last one gives it back. Thread-safe. */
public final class SharedFrame implements PendingFrame {
    private static final AtomicIntegerFieldUpdater<SharedFrame> HOLDERS =
            AtomicIntegerFieldUpdater.newUpdater(SharedFrame.class, "holders");

    private final FrameData data;
    private final long sequence;
    private final long timestamp;
    private final Runnable release;
    private volatile int holders = 1;

    /** Takes a lent buffer; the maker of this object is the first holder and calls {@link #release()} once. */
    public SharedFrame(FrameData data, long sequence, long timestamp, Runnable release) {
        this.data = data;
        this.sequence = sequence;
        this.timestamp = timestamp;
        this.release = release;
    }

    /**
     * A frame of its own for what a codec made of another frame; closing it gives the codec's buffer back. Codecs do not turn
     * pictures, so it is to be shown rotated as the other one is.
     */
    public static VideoFrame handleOf(LentFrame lent, VideoFrame origin) {
        return handleOf(lent, origin, lent.data().visible());
    }

    /** The same for a decoded picture, of which that part is visible that was visible of the compressed one. */
    public static VideoFrame decodedHandleOf(LentFrame lent, VideoFrame origin) {
        FrameData data = lent.data();
        boolean sameSize = data.codedWidth() == origin.codedWidth() && data.codedHeight() == origin.codedHeight();
        return handleOf(lent, origin, sameSize ? origin.visible() : data.visible());
    }

    private static VideoFrame handleOf(LentFrame lent, VideoFrame origin, PixelRect visible) {
        FrameData data = lent.data();
        boolean same = data.rotation() == origin.rotation() && data.visible().equals(visible);
        FrameData described = same ? data : described(data, visible, origin.rotation());
        return new SharedFrame(described, origin.sequence(), origin.timestamp(), lent.release()).open();
    }

    /** Takes an open frame over, of which another part is to be seen, and closes it in the end. */
    static SharedFrame of(VideoFrame frame, PixelRect visible) {
        List<Plane> planes = new ArrayList<>(frame.format().planes());
        for (int plane = 0; plane < frame.format().planes(); plane++) {
            planes.add(new Plane(frame.plane(plane), frame.rowStride(plane), frame.pixelStride(plane)));
        }
        FrameData data = new FrameData(
                frame.format(),
                planes,
                frame.codedWidth(),
                frame.codedHeight(),
                visible,
                frame.rotation(),
                frame.colorSpace());
        return new SharedFrame(data, frame.sequence(), frame.timestamp(), frame::close);
    }

    /** The same picture, of which another part is to be seen: it holds this one. Legal while the caller holds this frame. */
    SharedFrame showing(PixelRect visible) {
        hold();
        return new SharedFrame(described(data, visible, data.rotation()), sequence, timestamp, this::release);
    }

    private static FrameData described(FrameData data, PixelRect visible, int rotation) {
        return new FrameData(
                data.format(),
                data.planes(),
                data.codedWidth(),
                data.codedHeight(),
                visible,
                rotation,
                data.colorSpace());
    }

    /** A handle for one more receiver. Legal while the caller holds the frame itself. */
    public VideoFrame handle() {
        hold();
        return open();
    }

    @Override
    public void hold() {
        HOLDERS.incrementAndGet(this);
    }

    @Override
    public void release() {
        if (HOLDERS.decrementAndGet(this) == 0) {
            release.run();
        }
    }

    @Override
    public FrameHandle open() {
        return new FrameHandle(this);
    }

    @Override
    public long sequence() {
        return sequence;
    }

    FrameData data() {
        return data;
    }

    long timestamp() {
        return timestamp;
    }
}
