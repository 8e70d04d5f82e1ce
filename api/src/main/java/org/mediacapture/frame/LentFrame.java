// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.frame;

import java.util.Objects;

/**
 * A picture that a codec made, in a buffer that the codec lends: whoever receives it runs {@code release} exactly once, on
 * any thread, and does not touch the bytes afterwards.
 *
 * @param data the picture
 * @param release gives the buffer back
 */
public record LentFrame(FrameData data, Runnable release) {
    /**
     * Lends a picture.
     *
     * @param data the picture
     * @param release gives the buffer back
     */
    public LentFrame {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(release, "release");
    }

    /**
     * A picture in memory that needs no release.
     *
     * @param data the picture
     * @return the picture with a release that does nothing
     */
    public static LentFrame unpooled(FrameData data) {
        return new LentFrame(data, () -> {});
    }
}
