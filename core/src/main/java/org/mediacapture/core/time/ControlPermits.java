// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.time;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs calls into providers, a few at a time for all cameras together. A call that has blocked for 50 ms gives its place to
 * the next, so that dead cameras never stop the others. Thread-safe.
 */
final class ControlPermits {
    private static final int PLACES = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final Scheduler scheduler;
    private final Executor threads;
    private final Queue<Call> waiting = new ArrayDeque<>(); // guarded by this
    private int free = PLACES; // guarded by this

    ControlPermits(Scheduler scheduler, Executor threads) {
        this.scheduler = scheduler;
        this.threads = threads;
    }

    Scheduler.Blocking run(String threadName, Runnable body) {
        Call call = new Call(threadName, body);
        synchronized (this) {
            waiting.add(call);
        }
        startNext();
        return call;
    }

    private void startNext() {
        Call next;
        synchronized (this) {
            if (free == 0 || waiting.isEmpty()) {
                return;
            }
            free--;
            next = waiting.remove();
        }
        threads.execute(next);
    }

    private synchronized void giveBack() {
        free++;
    }

    private final class Call implements Runnable, Scheduler.Blocking {
        private final String threadName;
        private final Runnable body;
        private Thread thread; // guarded by this; set while the call runs
        private boolean interrupted; // guarded by this
        private boolean holdsPlace = true; // guarded by this

        private Call(String threadName, Runnable body) {
            this.threadName = threadName;
            this.body = body;
        }

        @Override
        public void run() {
            Scheduler.Timer patience = scheduler.schedule(PATIENCE, this::yieldPlace);
            String pooledName = Thread.currentThread().getName();
            enter();
            try {
                body.run();
            } finally {
                leave(pooledName);
                patience.cancel();
                yieldPlace();
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

        private void yieldPlace() {
            synchronized (this) {
                if (!holdsPlace) {
                    return;
                }
                holdsPlace = false;
            }
            giveBack();
            startNext();
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
