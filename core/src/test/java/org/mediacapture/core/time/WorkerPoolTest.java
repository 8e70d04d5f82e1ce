// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads that run what is given to them: no task waits for another one to end, and few threads are woken. */
class WorkerPoolTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final ConcurrentLinkedQueue<Thread> started = new ConcurrentLinkedQueue<>();
    private final ThreadFactory threads = task -> {
        Thread thread = new Thread(task, "worker-" + started.size());
        thread.setDaemon(true);
        started.add(thread);
        return thread;
    };
    private final WorkerPool pool = new WorkerPool(threads, LONG);

    @AfterEach
    void threadsEndWithThePool() throws InterruptedException {
        pool.close();
        for (Thread thread : started) {
            thread.join(TimeUnit.SECONDS.toMillis(30));
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void tasksThatBlockHoldUpNoOther() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(10);
        IntStream.range(0, 5).forEach(number -> pool.execute(() -> awaitQuietly(stuck)));
        IntStream.range(0, 10).forEach(number -> pool.execute(done::countDown));

        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        stuck.countDown();
    }

    @Test
    void aTaskThatIsBlockedByALaterOneGoesOn() throws InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(20);
        IntStream.range(0, 20)
                .forEach(number -> pool.execute(() -> {
                    awaitQuietly(last);
                    done.countDown();
                }));
        pool.execute(last::countDown);

        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoeverAddsManyTasksAtOnceWakesOneThread() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        pool.execute(() -> {
            begun.countDown();
            awaitQuietly(go);
        });
        begun.await();
        long before;
        CountDownLatch done = new CountDownLatch(100);
        synchronized (pool) { // so that nobody takes a task meanwhile, however slow this thread is
            before = pool.wakeUps();
            IntStream.range(0, 100).forEach(number -> pool.execute(done::countDown));
            assertThat(pool.wakeUps() - before).isEqualTo(1);
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        go.countDown();
    }

    @Test
    void oneTaskAfterTheOtherNeedsFewThreadsAndAtMostOneWakeUpEach() throws InterruptedException {
        Semaphore done = new Semaphore(0);
        for (int number = 0; number < 100; number++) {
            pool.execute(done::release);
            assertThat(done.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(pool.wakeUps()).isLessThanOrEqualTo(100);
        // one would do; but a thread that has just finished may not be idle yet when the next task comes
        assertThat(started).hasSizeLessThan(50);
    }

    @Test
    void tasksBeginInTheOrderInWhichTheyCame() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger free = new AtomicInteger();
        List<Integer> order = new CopyOnWriteArrayList<>();
        WorkerPool narrow = new WorkerPool(
                task -> {
                    if (free.incrementAndGet() > 1) {
                        throw new IllegalStateException("one thread only");
                    }
                    return threads.newThread(task);
                },
                LONG);
        CountDownLatch done = new CountDownLatch(50);
        narrow.execute(() -> awaitQuietly(go));
        IntStream.range(0, 50)
                .forEach(number -> narrow.execute(() -> {
                    order.add(number);
                    done.countDown();
                }));
        go.countDown();

        assertThat(done.await(30, TimeUnit.SECONDS))
                .as("also without a second thread")
                .isTrue();
        assertThat(order).isSorted();
        narrow.close();
    }

    @Test
    void aFailureOrAnInterruptIsNotForTheNextTask() throws InterruptedException {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch done = new CountDownLatch(1);
        pool.execute(() -> Thread.currentThread().interrupt());
        pool.execute(() -> {
            throw new AssertionError("a task fails");
        });
        pool.execute(() -> {
            interrupted.set(Thread.currentThread().isInterrupted());
            done.countDown();
        });

        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted).isFalse();
    }

    @Test
    void anInterruptThatComesTooLateIsNotForTheNextTask() throws InterruptedException {
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        pool.execute(() -> worker.complete(Thread.currentThread()));
        for (int round = 0; round < 20; round++) {
            worker.join().interrupt();
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            pool.execute(() -> interrupted.complete(Thread.currentThread().isInterrupted()));
            assertThat(interrupted.join()).isFalse();
        }
    }

    @Test
    void threadsWithoutWorkEndAndOthersComeWhenThereIsSome() throws InterruptedException {
        WorkerPool hasty = new WorkerPool(threads, Duration.ZERO);
        for (int number = 0; number < 3; number++) {
            CountDownLatch done = new CountDownLatch(1);
            hasty.execute(done::countDown);
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            for (Thread thread : started) {
                thread.join(TimeUnit.SECONDS.toMillis(30));
            }
        }

        assertThat(started).hasSize(3);
    }

    @Test
    void whatComesAfterTheEndIsStillRun() throws InterruptedException {
        pool.close();
        CountDownLatch done = new CountDownLatch(3);
        IntStream.range(0, 3).forEach(number -> pool.execute(done::countDown));

        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nothingIsLostAmongManyThreads() throws InterruptedException {
        int each = 20_000;
        CountDownLatch done = new CountDownLatch(4 * each);
        List<Thread> givers = IntStream.range(0, 4)
                .mapToObj(giver ->
                        new Thread(() -> IntStream.range(0, each).forEach(number -> pool.execute(done::countDown))))
                .toList();
        givers.forEach(Thread::start);

        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nobodyIsWokenForWhatABriefTaskAdds() throws InterruptedException {
        CompletableFuture<Long> wakeUps = new CompletableFuture<>();
        CountDownLatch done = new CountDownLatch(3);
        pool.execute(() -> pool.briefly(() -> {
            long before = pool.wakeUps();
            IntStream.range(0, 3).forEach(number -> pool.execute(done::countDown));
            wakeUps.complete(pool.wakeUps() - before);
        }));

        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(wakeUps.join()).isZero();
    }

    @Test
    void whatABriefTaskAddsMayBlock() throws InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(6);
        pool.execute(() -> pool.briefly(() -> {
            IntStream.range(0, 5)
                    .forEach(number -> pool.execute(() -> {
                        awaitQuietly(last);
                        done.countDown();
                    }));
            pool.execute(() -> {
                last.countDown();
                done.countDown();
            });
        }));

        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoeverWasBriefMayBlockAfterwards() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(2);
        pool.execute(() -> {
            try {
                pool.briefly(() -> pool.briefly(() -> {
                    throw new IllegalStateException("a brief task fails");
                }));
            } catch (IllegalStateException expected) {
                CountDownLatch other = new CountDownLatch(1);
                pool.execute(other::countDown);
                awaitQuietly(other);
                done.countDown();
            }
        });
        pool.briefly(() -> pool.execute(done::countDown)); // on a thread of others

        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nothingIsLostAmongBriefTasksThatBlockAndThatAddOthers() throws InterruptedException {
        int each = 2_000;
        CountDownLatch done = new CountDownLatch(4 * each * 3);
        IntStream.range(0, 4).forEach(giver -> {
            Thread thread = new Thread(() -> IntStream.range(0, each)
                    .forEach(number -> pool.execute(() -> {
                        Semaphore second = new Semaphore(0);
                        pool.briefly(() -> {
                            pool.execute(() -> {
                                second.acquireUninterruptibly();
                                done.countDown();
                            });
                            pool.execute(() -> {
                                second.release();
                                done.countDown();
                            });
                        });
                        done.countDown();
                    })));
            thread.start();
        });

        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
