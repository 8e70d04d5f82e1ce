// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelRect;

/** A picture in a buffer that a camera or a codec lends. Thread-safe. */
public final class BufferFrame extends SharedFrame {
    private final FrameData data;
    private final long sequence;
    private final long timestamp;
    private final Runnable release;
    private final PixelWork work;

    /** Takes a lent buffer; the maker of this object is the first holder and calls {@link #release()} once. */
    public BufferFrame(FrameData data, long sequence, long timestamp, Runnable release, PixelWork work) {
        this.data = data;
        this.sequence = sequence;
        this.timestamp = timestamp;
        this.release = release;
        this.work = work;
    }

    /** What a codec made of another frame. Codecs do not turn pictures, so it is to be shown rotated as the other one is. */
    static BufferFrame of(LentFrame lent, SharedFrame origin) {
        return of(lent, origin, lent.data().visible());
    }

    /** The same for a decoded picture, of which that part is visible that was visible of the compressed one. */
    static BufferFrame decodedOf(LentFrame lent, SharedFrame origin) {
        FrameData made = lent.data();
        FrameData compressed = origin.data();
        boolean sameSize =
                made.codedWidth() == compressed.codedWidth() && made.codedHeight() == compressed.codedHeight();
        return of(lent, origin, sameSize ? origin.visible() : made.visible());
    }

    private static BufferFrame of(LentFrame lent, SharedFrame origin, PixelRect visible) {
        FrameData made = lent.data();
        int rotation = origin.data().rotation();
        boolean same = made.rotation() == rotation && made.visible().equals(visible);
        FrameData described = same
                ? made
                : new FrameData(
                        made.format(),
                        made.planes(),
                        made.codedWidth(),
                        made.codedHeight(),
                        visible,
                        rotation,
                        made.colorSpace());
        return new BufferFrame(described, origin.sequence(), origin.timestamp(), lent.release(), origin.work());
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    FrameData data() {
        return data;
    }

    @Override
    PixelRect visible() {
        return data.visible();
    }

    @Override
    long timestamp() {
        return timestamp;
    }

    @Override
    PixelWork work() {
        return work;
    }

    @Override
    void giveBack() {
        release.run();
    }
}
