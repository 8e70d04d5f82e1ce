// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.time;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.PromiseFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one at a time and in order, on whatever thread the scheduler has. State that only tasks of one strand touch needs
 * no lock. Thread-safe.
 */
public final class Strand implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(Strand.class);

    private static final PromiseFactory INLINE = new PromiseFactory(PromiseFactory.inlineExecutor());

    private final Scheduler scheduler;
    private final Queue<Runnable> tasks = new ArrayDeque<>(1); // guarded by this; most have few at a time
    private boolean running; // guarded by this
    private final Runnable drain;

    /** Makes a strand on the scheduler's threads, whose tasks may be anybody's. */
    public Strand(Scheduler scheduler) {
        this(scheduler, false);
    }

    private Strand(Scheduler scheduler, boolean brief) {
        this.scheduler = scheduler;
        Runnable all = this::drain;
        this.drain = brief ? () -> scheduler.briefly(all) : all;
    }

    /** Makes a strand whose tasks are the core's own and block nowhere, which wakes fewer threads. */
    public static Strand ofBriefTasks(Scheduler scheduler) {
        return new Strand(scheduler, true);
    }

    @Override
    public void execute(Runnable task) {
        if (begins(task)) {
            scheduler.execute(drain);
        }
    }

    /**
     * Runs a task in its turn, on the calling thread unless another is at it: for threads that have nothing else to do, and hold no
     * lock.
     */
    public void perform(Runnable task) {
        if (begins(task)) {
            drain.run();
        }
    }

    /** Adds a task, and answers whether nobody runs tasks yet. */
    private synchronized boolean begins(Runnable task) {
        boolean begins = !running;
        tasks.add(task);
        running = true;
        return begins;
    }

    /**
     * Runs a task in its turn.
     *
     * @return a promise with the outcome of the promise that the task answers, or with the failure that it throws; resolved
     *     where that one is
     */
    public <T> Promise<T> submit(Supplier<Promise<T>> task) {
        Deferred<T> result = INLINE.deferred();
        execute(() -> {
            try {
                result.resolveWith(task.get());
            } catch (Throwable failure) {
                result.fail(failure);
            }
        });
        return result.getPromise();
    }

    private void drain() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (Throwable failure) { // also checked ones, which other languages throw undeclared
                LOG.error("A task failed", failure);
            }
        }
    }

    /** The next task, or null when there is none, which ends the run. */
    private synchronized Runnable next() {
        Runnable task = tasks.poll();
        running = task != null;
        return task;
    }
}
