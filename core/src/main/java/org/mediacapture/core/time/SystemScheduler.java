// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.time;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.osgi.util.promise.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scheduler of the running system: one timer thread, and threads that come and go with the work. Thread-safe. */
public final class SystemScheduler implements Scheduler, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SystemScheduler.class);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);

    private final WorkerPool workers = new WorkerPool(named("camera-worker"), KEEP_ALIVE);
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("camera-timer"));
    private final ControlPermits permits = new ControlPermits(this, workers);

    /** Makes a scheduler; no thread runs before there is work. */
    public SystemScheduler() {
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void execute(Runnable task) {
        workers.execute(task);
    }

    @Override
    public void briefly(Runnable task) {
        workers.briefly(task);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        try {
            ScheduledFuture<?> future = timer.schedule(() -> execute(task), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException closed) {
            LOG.debug("The core has stopped: a deadline of {} is not kept any more", delay);
            return () -> {};
        }
    }

    @Override
    public Blocking blockThen(String threadName, Supplier<Runnable> call) {
        return permits.run(threadName, call);
    }

    @Override
    public boolean await(Promise<?> promise, Duration deadline) {
        CountDownLatch resolved = new CountDownLatch(1);
        promise.onResolve(resolved::countDown);
        try {
            return resolved.await(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends the timer and lets running work finish; what comes afterwards is still run. */
    @Override
    public void close() {
        timer.shutdownNow();
        workers.close();
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
