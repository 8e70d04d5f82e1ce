// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/** Bytes that no picture has, to find out whether a buffer was written to. Immutable; confined to the capture thread. */
final class Watermark {
    private static final int LENGTH = 16;

    private final byte[] mark = new byte[LENGTH];

    Watermark() {
        new SecureRandom().nextBytes(mark);
    }

    /** Writes the mark where a picture has been that nobody needs any more. */
    void leave(ByteBuffer picture) {
        picture.duplicate().put(mark);
    }

    /** Whether something was written over the mark. */
    boolean isReplaced(ByteBuffer picture) {
        byte[] found = new byte[LENGTH];
        picture.duplicate().get(found);
        return !Arrays.equals(mark, found);
    }
}
