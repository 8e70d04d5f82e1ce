// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private final Outcome outcome = new Outcome();

    @Test
    void whatEndsFirstDecides() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        outcome.follow("endless", () -> {
            never.await();
            return 0;
        });
        outcome.follow("script", () -> 7);

        assertThat(outcome.await()).isEqualTo(7);
        outcome.follow("too late", () -> 3);
        assertThat(outcome.await()).isEqualTo(7);
    }

    @Test
    void aFailureIsToldInItsOwnWords() {
        outcome.follow("script", () -> {
            throw new LaunchException("there is no shell");
        });

        assertThatThrownBy(outcome::await).isInstanceOf(LaunchException.class).hasMessage("there is no shell");
    }

    @Test
    void anErrorOfAnyKindEndsTheWait() {
        outcome.follow("script", () -> {
            throw new NoClassDefFoundError("expected by a test");
        });

        assertThatThrownBy(outcome::await)
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("expected by a test");
    }
}
