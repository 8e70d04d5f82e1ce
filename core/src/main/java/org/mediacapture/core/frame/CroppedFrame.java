// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelRect;

/** A frame of which another part is to be seen; it holds that frame. Thread-safe. */
final class CroppedFrame extends SharedFrame {
    private final SharedFrame origin;
    private final PixelRect visible;

    /** Legal while the caller holds the frame; the maker of this object is its first holder. */
    CroppedFrame(SharedFrame origin, PixelRect visible) {
        this.origin = origin;
        this.visible = visible;
        origin.hold();
    }

    @Override
    public long sequence() {
        return origin.sequence();
    }

    @Override
    FrameData data() {
        return origin.data();
    }

    @Override
    PixelRect visible() {
        return visible;
    }

    @Override
    long timestamp() {
        return origin.timestamp();
    }

    @Override
    PixelWork work() {
        return origin.work();
    }

    @Override
    void giveBack() {
        origin.release();
    }
}
