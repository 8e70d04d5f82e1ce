// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final long FRAME = 40_000_000; // nanoseconds

    private final Backlog backlog = new Backlog();

    @Test
    void aStreamThatIsReadAsItComesDoesNotGrow() {
        for (long frame = 0; frame < 10_000; frame++) {
            assertThat(backlog.grows(frame * FRAME, 7 + frame * FRAME)).isFalse();
        }
    }

    @Test
    void aStreamThatIsReadAtHalfItsSpeedGrowsUntilItIsCaughtUpWith() {
        boolean grows = false;
        long frame = 0;
        while (!grows && frame < 1_000) {
            frame++;
            grows = backlog.grows(frame * FRAME, frame * 2 * FRAME);
        }
        assertThat(frame).as("frames until it is noticed").isBetween(20L, 60L);

        long now = frame * 2 * FRAME;
        assertThat(backlog.grows(now - FRAME, now))
                .as("the rest was passed over")
                .isFalse();
    }

    @Test
    void whatComesAllAtOnceAfterAPauseIsNotPassedOver() {
        long now = 0;
        for (long frame = 0; frame < 1_000; frame++) {
            now += frame % 100 == 0 ? 100 * FRAME : FRAME / 8;
            assertThat(backlog.grows(frame * FRAME, now)).as("frame %s", frame).isFalse();
        }
    }

    @Test
    void clocksThatDriftApartAndClocksThatAreSetAreNoBacklog() {
        for (long frame = 0; frame < 1_000_000; frame++) {
            assertThat(backlog.grows(frame * FRAME, frame * FRAME + frame * FRAME / 2_000))
                    .isFalse();
        }
        assertThat(backlog.grows(0, 2_000_000 * FRAME)).isFalse();
        assertThat(backlog.grows(100 * FRAME, 2_000_100 * FRAME)).isFalse();
    }
}
