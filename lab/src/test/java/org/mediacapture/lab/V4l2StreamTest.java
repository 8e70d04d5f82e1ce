// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class V4l2StreamTest {
    private static final String PRINTED = "VIDIOC_STREAMON returned 0 (Success)\n"
            + "cap dqbuf: 0 seq:      0 bytesused: 153600 ts: 20.100000 (ts-monotonic, ts-src-soe)\n"
            + "cap dqbuf: 1 seq:      1 bytesused: 153600 ts: 20.200000 delta: 100.000 ms (ts-monotonic, ts-src-soe)\n"
            + "cap dqbuf: 2 seq:      2 bytesused: 153600 ts: 20.350000 delta: 150.000 ms fps: 8.00 (ts-monotonic)\n";

    @Test
    void theRateIsThatBetweenTheFirstAndTheLastFrame() {
        assertThat(V4l2Stream.parse(PRINTED).rate()).isCloseTo(8.0, within(0.01));
    }

    @Test
    void oneFrameHasNoRate() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> V4l2Stream.parse(PRINTED.lines().limit(2).toList().toString())
                                .rate())
                .withMessageContaining("not 1");
    }
}
