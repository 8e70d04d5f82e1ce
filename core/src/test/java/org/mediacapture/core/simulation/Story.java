// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.mediacapture.core.time.Scheduler;

/**
 * What happened in a history, for whoever has to understand a failure, and what should not have happened. What is wrong is noted
 * and not thrown, since the core survives whatever a listener or a consumer throws. Confined to the test's thread.
 */
final class Story {
    private final Scheduler clock;
    private final List<String> events = new ArrayList<>();
    private final List<String> wrongs = new ArrayList<>();

    Story(Scheduler clock) {
        this.clock = clock;
    }

    /** Notes that something happened. */
    void tell(String event) {
        events.add(clock.nanoTime() / 1_000_000 + " ms: " + event);
    }

    /** Notes that something must not have happened. */
    void wrong(String what) {
        tell("WRONG: " + what);
        wrongs.add(what);
    }

    /** Notes it unless something holds. */
    void check(boolean holds, String otherwise) {
        if (!holds) {
            wrong(otherwise);
        }
    }

    void assertNothingWrong() {
        assertThat(wrongs).as("what went wrong").isEmpty();
    }

    @Override
    public String toString() {
        return String.join("\n", events);
    }
}
