// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacklogTest {
    private static final long FRAME = 40_000_000; // nanoseconds

    private final Backlog backlog = new Backlog();

    @Test
    void aStreamThatIsReadAsItComesDoesNotGrow() {
        for (long frame = 0; frame < 10_000; frame++) {
            assertThat(waitedFor(frame * FRAME, 7 + frame * FRAME)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 20})
    void aStreamThatIsReadMoreSlowlyThanItComesGrowsUntilItIsCaughtUpWith(int slower) {
        boolean grows = false;
        long frame = 0;
        while (!grows && frame < 1_000) {
            frame++;
            grows = atHand(frame * FRAME, frame * slower * FRAME);
        }
        assertThat(frame * slower).as("frames sent until it is noticed").isBetween(50L, 120L);

        long now = frame * slower * FRAME;
        assertThat(atHand(now - FRAME, now)).as("the rest was passed over").isFalse();
    }

    @Test
    void whatComesAllAtOnceAfterAPauseIsNotPassedOver() {
        long now = 0;
        for (long frame = 0; frame < 1_000; frame++) {
            long asked = now;
            now += frame % 100 == 0 ? 100 * FRAME : FRAME / 8;
            assertThat(backlog.grows(frame * FRAME, asked, now))
                    .as("frame %s", frame)
                    .isFalse();
        }
    }

    @Test
    void aStreamThatComesLaterForGoodIsNotPassedOver() {
        for (long frame = 0; frame < 1_000; frame++) {
            long later = frame < 10 ? 0 : 50 * FRAME;
            assertThat(waitedFor(frame * FRAME, frame * FRAME + later))
                    .as("frame %s", frame)
                    .isFalse();
        }
    }

    @Test
    void clocksThatDriftApartAndClocksThatAreSetAreNoBacklog() {
        for (long frame = 0; frame < 1_000_000; frame++) {
            assertThat(atHand(frame * FRAME, frame * FRAME + frame * FRAME / 2_000))
                    .isFalse();
        }
        assertThat(atHand(0, 2_000_000 * FRAME)).isFalse();
        assertThat(atHand(100 * FRAME, 2_000_100 * FRAME)).isFalse();
    }

    /** A packet that was asked for before it came. */
    private boolean waitedFor(long time, long read) {
        return backlog.grows(time, read - FRAME / 2, read);
    }

    /** A packet that had come when it was asked for. */
    private boolean atHand(long time, long read) {
        return backlog.grows(time, read, read);
    }
}
