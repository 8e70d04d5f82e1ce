// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;

class RecordingSinkTest {
    private final RecordingSink sink = RecordingSink.copying(Duration.ofSeconds(30));
    private final ByteBuffer luma = ByteBuffer.allocateDirect(4);
    private final FrameData data =
            FrameData.of(PixelFormat.GRAY8, List.of(new Plane(luma, 2, 1)), 2, 2, ColorSpace.JPEG);
    private final AtomicInteger released = new AtomicInteger();

    private void send(int value) {
        luma.put(0, (byte) value);
        sink.frame(data, value, System.nanoTime(), released::incrementAndGet);
    }

    @Test
    void aCopyStaysAsItWasWhenTheBufferIsUsedAgain() {
        send(1);
        send(2);

        assertThat(released).hasValue(2);
        assertThat(sink.frames()).extracting(frame -> frame.firstPlane()[0]).containsExactly((byte) 1, (byte) 2);
        assertThat(sink.frames().get(0).data().planes().get(0).rowStride()).isEqualTo(2);
    }

    @Test
    void ofManyPicturesTheFirstAreCopiedAndAllAreCounted() {
        for (int value = 0; value <= RecordingSink.MOST_COPIED; value++) {
            send(value);
        }

        assertThat(sink.frames()).hasSize(RecordingSink.MOST_COPIED);
        assertThat(sink.count()).isEqualTo(RecordingSink.MOST_COPIED + 1);
    }
}
