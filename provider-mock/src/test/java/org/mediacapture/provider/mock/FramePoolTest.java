// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediacapture.provider.VideoMode;

class FramePoolTest {
    private static final VideoMode MODE = MockMode.parse("64x48@30");

    private final FramePool pool = new FramePool(FrameMaker.of(MODE, new Sceneries(), "Mock camera"), 3);

    @Test
    void lendsNoMoreBuffersThanItHas() {
        List<FrameBuffer> lent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            lent.add(pool.take().orElseThrow().buffer());
        }
        assertThat(lent).doesNotHaveDuplicates();
        assertThat(pool.take()).isEmpty();
    }

    @Test
    void lendsABufferAgainWhenItCameBack() {
        FramePool.Loan first = pool.take().orElseThrow();
        pool.take();
        pool.take();
        first.run();
        assertThat(pool.take()).containsSame(first);
        assertThat(pool.take()).isEmpty();
    }

    @Test
    void makesNoMoreBuffersThanAreLentAtOnce() {
        FramePool.Loan only = pool.take().orElseThrow();
        for (int i = 0; i < 10; i++) {
            only.run();
            assertThat(pool.take()).containsSame(only);
        }
    }
}
