// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.time;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Runs calls into providers, a few at a time for all cameras together. A call that has blocked for 50 ms gives its place to
 * the next, so that dead cameras never stop the others; that is looked at only while somebody waits for a place. Thread-safe.
 */
final class ControlPermits {
    static final int PLACES = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final Scheduler scheduler;
    private final Executor threads;
    private final Queue<Call> waiting = new ArrayDeque<>(); // guarded by this
    private final Queue<Call> placed =
            new ArrayDeque<>(PLACES); // guarded by this; those that have a place, the oldest first
    private boolean looks; // guarded by this; somebody will look whether the oldest has had its time

    ControlPermits(Scheduler scheduler, Executor threads) {
        this.scheduler = scheduler;
        this.threads = threads;
    }

    Scheduler.Blocking run(String threadName, Supplier<Runnable> body) {
        Call call = new Call(threadName, body);
        synchronized (this) {
            waiting.add(call);
        }
        startNext();
        return call;
    }

    /** Starts those for which there is a place. */
    private void startNext() {
        for (Call next = place(); next != null; next = place()) {
            threads.execute(next);
        }
    }

    /** The next call that has a place, or null when there is none; no Optional, since this is done for each photo. */
    private synchronized Call place() {
        if (waiting.isEmpty()) {
            return null;
        }
        if (placed.size() == PLACES) {
            lookLater();
            return null;
        }
        Call next = waiting.remove();
        next.begun = scheduler.nanoTime();
        placed.add(next);
        return next;
    }

    private void lookLater() {
        if (!looks) {
            looks = true;
            long age = scheduler.nanoTime() - placed.element().begun;
            scheduler.schedule(PATIENCE.minusNanos(age), this::look);
        }
    }

    private void look() {
        synchronized (this) {
            looks = false;
            long now = scheduler.nanoTime();
            placed.removeIf(call -> now - call.begun >= PATIENCE.toNanos());
        }
        startNext();
    }

    private void giveBack(Call call) {
        synchronized (this) {
            placed.remove(call);
        }
        startNext();
    }

    private final class Call implements Runnable, Scheduler.Blocking {
        private final String threadName;
        private final Supplier<Runnable> body;
        private long begun; // guarded by the permits; nanoseconds
        private Thread thread; // guarded by this; set while the call runs
        private boolean interrupted; // guarded by this

        private Call(String threadName, Supplier<Runnable> body) {
            this.threadName = threadName;
            this.body = body;
        }

        @Override
        public void run() {
            String pooledName = Thread.currentThread().getName();
            Runnable next = Scheduler.NOTHING;
            enter();
            try {
                next = body.get();
            } finally {
                leave(pooledName);
                try {
                    giveBack(this);
                } finally {
                    next.run();
                }
            }
        }

        private synchronized void enter() {
            thread = Thread.currentThread();
            thread.setName(threadName);
            if (interrupted) {
                thread.interrupt();
            }
        }

        private synchronized void leave(String pooledName) {
            thread = null;
            Thread.currentThread().setName(pooledName);
            Thread.interrupted(); // the interrupt was meant for this call, not for the next one on the thread
        }

        @Override
        public synchronized void interrupt() {
            interrupted = true;
            if (thread != null) {
                thread.interrupt();
            }
        }

        @Override
        public synchronized boolean isCurrentThread() {
            return thread == Thread.currentThread();
        }
    }
}
