// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.time.SystemScheduler;
import org.mediacapture.stream.Registration;

class AdminListenersTest {
    private final SystemScheduler scheduler = new SystemScheduler();
    private final AdminListeners<Integer> listeners = new AdminListeners<>(scheduler, "numbers");
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<Integer> blocked = new ArrayList<>();

    @AfterEach
    void end() {
        release.countDown();
        scheduler.close();
    }

    @Test
    void oneThatBlocksHoldsUpNoOtherAndMissesNothing() {
        listeners.add(this::block);
        CountDownLatch free = new CountDownLatch(100);
        listeners.add(number -> free.countDown());

        IntStream.range(0, 100).forEach(listeners::call);

        await().atMost(Duration.ofSeconds(30)).until(() -> free.getCount() == 0);
        assertThat(blocked).isEmpty();
        release.countDown();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(copy())
                        .isEqualTo(IntStream.range(0, 100).boxed().toList()));
    }

    private void block(int number) {
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        synchronized (blocked) {
            blocked.add(number);
        }
    }

    private List<Integer> copy() {
        synchronized (blocked) {
            return List.copyOf(blocked);
        }
    }

    @Test
    void oneThatIsTakenAwayIsNotCalledForWhatWaitedForIt() {
        VirtualScheduler virtual = new VirtualScheduler();
        AdminListeners<Integer> queued = new AdminListeners<>(virtual, "numbers");
        List<Integer> seen = new ArrayList<>();
        Registration registration = queued.add(seen::add);
        queued.call(1);
        virtual.settle();
        queued.call(2);

        registration.close();
        virtual.settle();

        assertThat(seen).containsExactly(1);
    }

    @Test
    void oneThatThrowsIsCalledAgain() {
        VirtualScheduler virtual = new VirtualScheduler();
        AdminListeners<Integer> failing = new AdminListeners<>(virtual, "numbers");
        List<Integer> seen = new ArrayList<>();
        failing.add(number -> {
            seen.add(number);
            throw new IllegalStateException("no");
        });

        failing.call(1);
        failing.call(2);
        virtual.settle();

        assertThat(seen).containsExactly(1, 2);
    }
}
