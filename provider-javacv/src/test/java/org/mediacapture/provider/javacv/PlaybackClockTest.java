// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PlaybackClockTest {
    private static final long MILLISECOND = 1_000_000;

    private final Interruption interruption = new Interruption();

    /** It stands still, so that no picture comes too late however slow the machine is. */
    private final long now = System.nanoTime();

    private final PlaybackClock clock = new PlaybackClock(interruption, 100, () -> now);

    @Test
    void picturesAreDueAsFarApartAsTheirTimes() {
        long first = clock.await(5_000 * MILLISECOND);
        long second = clock.await(5_020 * MILLISECOND);
        long third = clock.awaitNext();

        assertThat(second - first).isEqualTo(20 * MILLISECOND);
        assertThat(third - second).isEqualTo(10 * MILLISECOND);
        assertThat(System.nanoTime() - third).isNotNegative();
    }

    @Test
    void aJumpOfTheTimesCountsAsOneFrame() {
        long first = clock.await(5_000 * MILLISECOND);
        long back = clock.await(0);
        long ahead = clock.await(3_600_000 * MILLISECOND);

        assertThat(back - first).isEqualTo(10 * MILLISECOND);
        assertThat(ahead - back).isEqualTo(10 * MILLISECOND);
    }

    @Test
    void cancellingEndsTheWaiting() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        clock.await(0);
        Thread waiting = new Thread(() -> {
            clock.await(9_000 * MILLISECOND);
            ended.countDown();
        });
        waiting.start();
        interruption.cancel();
        ended.await();

        assertThat(interruption.why("picture")).contains("closed");
        assertThat(interruption.awaitMillis(60_000)).isFalse();
    }
}
