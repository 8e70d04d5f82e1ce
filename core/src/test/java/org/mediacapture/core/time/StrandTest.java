// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.Sneaky;
import org.mediacapture.core.fake.VirtualScheduler;
import org.osgi.util.promise.Promise;

/** Tasks that fail, and on which thread they run. */
class StrandTest {
    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final Strand strand = new Strand(scheduler);

    @Test
    void whateverATaskThrowsTheNextOneRuns() {
        List<String> ran = new ArrayList<>();
        for (Throwable failure : List.of(
                new IllegalStateException("fake"), new AssertionError("fake"), new IOException("fake: checked"))) {
            strand.execute(() -> {
                throw Sneaky.thrown(failure);
            });
            strand.execute(() -> ran.add(failure.getClass().getSimpleName()));
        }
        scheduler.settle();

        assertThat(ran).containsExactly("IllegalStateException", "AssertionError", "IOException");
    }

    @Test
    void whateverATaskThrowsItsPromiseFails() {
        for (Throwable failure : List.of(
                new IllegalStateException("fake"), new AssertionError("fake"), new IOException("fake: checked"))) {
            Promise<Object> promise = strand.submit(() -> {
                throw Sneaky.thrown(failure);
            });
            scheduler.settle();

            assertThat(Rig.failure(promise)).isSameAs(failure);
        }
    }

    @Test
    void whoPerformsATaskRunsItAndWhatComesMeanwhile() {
        List<String> ran = new ArrayList<>();

        strand.perform(() -> {
            strand.execute(() -> ran.add("second"));
            strand.perform(() -> ran.add("third"));
            ran.add("first");
        });

        assertThat(ran).containsExactly("first", "second", "third");
        assertThat(scheduler.isIdle()).isTrue();
    }

    @Test
    void whoPerformsATaskLeavesItToAnotherWhoIsAtIt() {
        List<String> ran = new ArrayList<>();
        strand.execute(() -> ran.add("first"));

        strand.perform(() -> ran.add("second"));

        assertThat(ran).isEmpty();
        scheduler.settle();
        assertThat(ran).containsExactly("first", "second");
    }
}
