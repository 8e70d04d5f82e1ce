// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;

/**
 * A picture and the number of those who hold it; the last one gives it back. What is made of it, in pixels or in another format or
 * size, is made once for all who hold it, and goes with it. Thread-safe.
 */
public abstract sealed class SharedFrame implements PendingFrame permits BufferFrame, CroppedFrame {
    private static final AtomicIntegerFieldUpdater<SharedFrame> HOLDERS =
            AtomicIntegerFieldUpdater.newUpdater(SharedFrame.class, "holders");

    private volatile int holders = 1;
    private Rendition renditions; // guarded by this, until nobody holds the frame; null while nothing was made of it

    /** The picture; of a frame that shows a part of another one, the whole. */
    abstract FrameData data();

    /** The part that is to be seen. */
    abstract PixelRect visible();

    /** When the picture was taken, in nanoseconds. */
    abstract long timestamp();

    abstract PixelWork work();

    /** Nobody holds the frame any more; called once. */
    abstract void giveBack();

    /** A handle for one more receiver. Legal while the caller holds the frame itself. */
    public FrameHandle handle() {
        hold();
        return open();
    }

    @Override
    public void hold() {
        HOLDERS.incrementAndGet(this);
    }

    /** Adds a hold unless nobody has one any more. */
    boolean tryHold() {
        for (int now = holders; now > 0; now = holders) {
            if (HOLDERS.compareAndSet(this, now, now + 1)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void release() {
        if (HOLDERS.decrementAndGet(this) == 0) {
            for (Rendition made = renditions; made != null; made = made.next()) {
                made.end();
            }
            giveBack();
        }
    }

    @Override
    public FrameHandle open() {
        return new FrameHandle(this);
    }

    /**
     * The picture in pixels, with a hold for the caller, who holds this frame meanwhile; may decode it, and blocks meanwhile.
     *
     * @throws org.mediacapture.constraint.MediaException with OperationError if it cannot be decoded
     */
    SharedFrame pixels() {
        if (data().format().isCompressed()) {
            return rendition(Recipe.DECODED);
        }
        hold(); // and no rendition, which would hold the frame for ever
        return this;
    }

    /** The same in an uncompressed format and a size. */
    SharedFrame converted(PixelFormat format, int width, int height) {
        SharedFrame pixels = pixels();
        boolean same = pixels.data().format() == format
                && pixels.visible().width() == width
                && pixels.visible().height() == height;
        if (same) {
            return pixels;
        }
        try {
            return pixels.rendition(new Recipe.Converted(format, width, height));
        } finally {
            pixels.release();
        }
    }

    /** What a recipe makes of this frame, with a hold for the caller, who holds this frame meanwhile. */
    SharedFrame rendition(Recipe recipe) {
        return renditionBy(recipe).of(this);
    }

    /** Looked for one by one, since they are few. */
    private synchronized Rendition renditionBy(Recipe recipe) {
        for (Rendition made = renditions; made != null; made = made.next()) {
            if (made.isBy(recipe)) {
                return made;
            }
        }
        renditions = new Rendition(recipe, renditions);
        return renditions;
    }
}
