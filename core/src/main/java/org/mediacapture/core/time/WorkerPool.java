// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.time;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks on as many threads as they need: one that blocks holds up no other, and yet few threads are woken, since waking one
 * costs more than most tasks. Whoever adds a task wakes at most one thread, and none while one that was woken has yet to look for
 * work; a thread that takes a task while there are more wakes the next one first. Nobody is woken for what a brief task adds, since its
 * own thread will look for work. Tasks begin in the order in which they came. A
 * thread that finds nothing to do for a while ends. Thread-safe.
 */
final class WorkerPool implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);

    private final ThreadFactory threads;
    private final ThreadLocal<Worker> own = new ThreadLocal<>(); // none on threads of others
    private final List<Thread> brief = new ArrayList<>(); // guarded by this; workers whose task blocks nowhere
    private final Queue<Runnable> tasks = new ArrayDeque<>(); // guarded by this
    private final Deque<Worker> idle = new ArrayDeque<>(); // guarded by this; the one that worked last comes first
    private boolean searching; // guarded by this; somebody was woken and has yet to look for work
    private long wakeUps; // guarded by this
    private long patience; // guarded by this; nanoseconds

    /**
     * Makes a pool without threads.
     *
     * @param patience how long a thread waits for work
     */
    WorkerPool(ThreadFactory threads, Duration patience) {
        this.threads = threads;
        this.patience = patience.toNanos();
    }

    @Override
    public void execute(Runnable task) {
        Worker next;
        synchronized (this) {
            tasks.add(task);
            if (searching || brief.contains(Thread.currentThread())) {
                return;
            }
            next = searcher();
        }
        next.wake();
    }

    /**
     * Runs a task on the calling thread. It blocks nowhere, and if the thread is one of this pool it looks for work afterwards, so that it
     * wakes no other for what the task adds.
     */
    void briefly(Runnable task) {
        if (own.get() == null || !becomesBrief()) {
            task.run();
            return;
        }
        try {
            task.run();
        } finally {
            synchronized (this) {
                brief.remove(Thread.currentThread());
            }
        }
    }

    /** Answers false if the calling thread is brief already. */
    private synchronized boolean becomesBrief() {
        return !brief.contains(Thread.currentThread()) && brief.add(Thread.currentThread());
    }

    /** How many times a thread was woken or started. */
    synchronized long wakeUps() {
        return wakeUps;
    }

    /** From now on threads do not wait for work; what comes is still run. */
    void close() {
        List<Worker> waiting;
        synchronized (this) {
            patience = 0;
            waiting = List.copyOf(idle);
        }
        waiting.forEach(Worker::wake);
    }

    /** The one that is to be woken. Called under the lock. */
    private Worker searcher() {
        Worker waiting = idle.pollFirst();
        Worker next = waiting == null ? new Worker() : waiting; // first, for want of memory
        next.isIdle = false;
        searching = true;
        wakeUps++;
        return next;
    }

    private synchronized void searchFailed() {
        searching = false;
    }

    private final class Worker implements Runnable {
        private Optional<Thread> thread = Optional.empty(); // written before it starts
        private boolean looks = true; // guarded by the pool; it was woken and has yet to look for work
        private boolean isIdle; // guarded by the pool; it is among the idle ones

        private void wake() {
            if (thread.isPresent()) {
                LockSupport.unpark(thread.get());
                return;
            }
            try {
                Thread made = threads.newThread(this);
                thread = Optional.of(made);
                made.start();
            } catch (Throwable failure) { // such as a process that may have no more threads
                searchFailed();
                LOG.error("No thread more for tasks: they wait for another to be free", failure);
            }
        }

        @Override
        public void run() {
            own.set(this);
            do {
                for (Runnable task = next(); task != null; task = next()) {
                    perform(task);
                }
            } while (isWoken());
        }

        /** The next task, or null when there is none, from when on this worker is idle. */
        private Runnable next() {
            Runnable task;
            Worker another = null; // whom to wake; no Optional, since this is done for each frame
            synchronized (WorkerPool.this) {
                searching &= !looks;
                looks = false;
                task = tasks.poll();
                if (task == null) {
                    idle.addFirst(this);
                    isIdle = true;
                } else if (!tasks.isEmpty() && !searching) {
                    another = searcher();
                }
            }
            if (another != null) {
                another.wake();
            }
            return task;
        }

        /** Waits until it is woken, or answers that there is no work for long. */
        private boolean isWoken() {
            long begun = System.nanoTime();
            while (true) {
                long left;
                synchronized (WorkerPool.this) {
                    left = patience - (System.nanoTime() - begun);
                    boolean woken = !isIdle;
                    if (woken || left <= 0 && idle.remove(this)) {
                        looks = woken;
                        return woken;
                    }
                }
                Thread.interrupted(); // it would keep this thread from waiting
                LockSupport.parkNanos(WorkerPool.this, left);
            }
        }

        private void perform(Runnable task) {
            Thread.interrupted(); // whom it was meant for has ended
            try {
                task.run();
            } catch (Throwable failure) {
                LOG.error("A task failed", failure);
            }
        }
    }
}
