// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MockTimerTest {
    private final MockTimer timer = new MockTimer();

    @AfterEach
    void close() {
        timer.close();
    }

    @Test
    void callsAtOnceAndAgainAfterTheDelay() throws InterruptedException {
        CountDownLatch three = new CountDownLatch(3);
        List<Long> times = new CopyOnWriteArrayList<>();
        timer.start("mock", now -> {
            times.add(now);
            three.countDown();
            return three.getCount() == 0 ? FrameTimer.NEVER : 2_000_000;
        });
        await(three);
        assertThat(times.get(1) - times.get(0)).isGreaterThanOrEqualTo(2_000_000);
        assertThat(times.get(2) - times.get(1)).isGreaterThanOrEqualTo(2_000_000);
    }

    @Test
    void oneDaemonThreadServesAllCamerasAndCarriesTheirNames() {
        CompletableFuture<Thread> one = new CompletableFuture<>();
        CompletableFuture<Thread> other = new CompletableFuture<>();
        CompletableFuture<String> name = new CompletableFuture<>();
        timer.start("door", now -> {
            name.complete(Thread.currentThread().getName());
            one.complete(Thread.currentThread());
            return FrameTimer.NEVER;
        });
        timer.start("yard", now -> {
            other.complete(Thread.currentThread());
            return FrameTimer.NEVER;
        });
        assertThat(one).succeedsWithin(Duration.ofSeconds(30));
        assertThat(other).succeedsWithin(Duration.ofSeconds(30));
        assertThat(one.join()).isSameAs(other.join());
        assertThat(one.join().isDaemon()).isTrue();
        assertThat(name.join()).isEqualTo("camera-door");
        patiently().until(() -> one.join().getName().equals("camera-mock-timer"));
    }

    @Test
    void aTickThatThrowsEndsOnlyItself() throws InterruptedException {
        CountDownLatch others = new CountDownLatch(5);
        AtomicInteger failures = new AtomicInteger();
        timer.start("bad", now -> {
            failures.incrementAndGet();
            throw new IllegalStateException("on purpose");
        });
        timer.start("good", now -> {
            others.countDown();
            return others.getCount() == 0 ? FrameTimer.NEVER : 0;
        });
        await(others);
        assertThat(failures).hasValue(1);
    }

    @Test
    void aTickThatThrowsIsReportedUnlessTheTimerWasClosedMeanwhile() throws InterruptedException {
        List<String> reported = new CopyOnWriteArrayList<>();
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        MockTimer closing = new MockTimer((name, failure) -> reported.add(name + ": " + failure.getMessage()));
        CountDownLatch thrown = new CountDownLatch(1);
        closing.start("bad", now -> {
            throw new IllegalStateException("on purpose");
        });
        closing.start("late", now -> {
            thrown.countDown();
            closing.close();
            thread.complete(Thread.currentThread());
            throw new IllegalStateException("at the end");
        });
        await(thrown);
        patiently().until(() -> thread.isDone() && !thread.join().isAlive());
        assertThat(reported).containsExactly("camera-bad: on purpose");
    }

    @Test
    void anInterruptedTickDoesNotKeepTheThreadBusyOrEndIt() throws InterruptedException {
        CountDownLatch again = new CountDownLatch(3);
        timer.start("mock", now -> {
            Thread.currentThread().interrupt();
            again.countDown();
            return again.getCount() == 0 ? FrameTimer.NEVER : 1_000_000;
        });
        await(again);
        assertThat(again.getCount()).isZero();
    }

    @Test
    void theThreadEndsWhenTheTimerCloses() {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        timer.start("mock", now -> {
            thread.complete(Thread.currentThread());
            return 1_000_000;
        });
        assertThat(thread).succeedsWithin(Duration.ofSeconds(30));
        timer.close();
        patiently().until(() -> !thread.join().isAlive());
    }

    @Test
    void closesFromWithinATickAndCallsNobodyAfterwards() {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        timer.start("mock", now -> {
            timer.close();
            thread.complete(Thread.currentThread());
            return 0;
        });
        assertThat(thread).succeedsWithin(Duration.ofSeconds(30));
        timer.close();
        patiently().until(() -> !thread.join().isAlive());
        timer.start("late", now -> {
            throw new AssertionError("a closed timer calls nobody");
        });
        assertThat(thread.join().isAlive()).isFalse();
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
