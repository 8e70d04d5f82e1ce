// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls into providers: a few at a time, and no number of dead cameras stops another one. */
class ControlPermitsTest {
    private static final int MANY = 5 * ControlPermits.PLACES;

    private final SystemScheduler scheduler = new SystemScheduler();

    @AfterEach
    void end() {
        scheduler.close();
    }

    @Test
    void anyNumberOfCallsThatNeverReturnStopsNoOther() throws InterruptedException {
        CountDownLatch dead = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(MANY);
        List<Scheduler.Blocking> calls = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            calls.add(scheduler.block("camera-dead", () -> {
                try {
                    dead.await();
                } catch (InterruptedException woken) {
                    interrupted.countDown();
                }
            }));
        }
        CountDownLatch alive = new CountDownLatch(1);
        scheduler.block("camera-alive", alive::countDown);

        assertThat(alive.await(30, TimeUnit.SECONDS)).isTrue();
        calls.forEach(Scheduler.Blocking::interrupt);
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aFewRunAtATimeAndEachIsRunOnceUnderItsName() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<String> names = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(1000);
        IntStream.range(0, 1000)
                .forEach(number -> scheduler.block("camera-" + number, () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    names.add(Thread.currentThread().getName());
                    now.decrementAndGet();
                    done.countDown();
                }));

        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(names).hasSize(1000).doesNotHaveDuplicates();
        assertThat(most.get()).as("quick calls that run at the same time").isLessThan(100 + ControlPermits.PLACES);
    }

    @Test
    void whatFollowsACallIsRunByItsThreadWithoutItsNameAndItsInterrupt() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch followed = new CountDownLatch(1);
        List<Object> seen = new ArrayList<>();
        Scheduler.Blocking call = scheduler.blockThen("camera-call", () -> {
            seen.add(Thread.currentThread());
            called.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException woken) {
                Thread.currentThread().interrupt();
            }
            return () -> {
                seen.add(Thread.currentThread());
                seen.add(Thread.currentThread().getName());
                seen.add(Thread.currentThread().isInterrupted());
                followed.countDown();
            };
        });

        assertThat(called.await(30, TimeUnit.SECONDS)).isTrue();
        call.interrupt();

        assertThat(followed.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(seen.get(1)).isSameAs(seen.get(0));
        assertThat(seen.get(2)).asString().startsWith("camera-worker-");
        assertThat(seen.get(3)).isEqualTo(false);
    }

    @Test
    void whatFollowsCallsHasNoneOfTheirPlaces() throws InterruptedException {
        CountDownLatch follow = new CountDownLatch(1);
        CountDownLatch following = new CountDownLatch(MANY);
        for (int number = 0; number < MANY; number++) {
            scheduler.blockThen("camera-call", () -> () -> {
                following.countDown();
                await(follow);
            });
        }

        assertThat(following.await(30, TimeUnit.SECONDS)).isTrue();
        follow.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException woken) {
            throw new IllegalStateException(woken);
        }
    }
}
