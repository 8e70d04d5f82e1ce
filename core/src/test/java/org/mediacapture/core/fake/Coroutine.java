// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.mediacapture.core.time.Scheduler;

/** A call on a thread of its own that moves only while the test's thread waits for it. */
final class Coroutine implements Scheduler.Blocking {
    /** Threads that carry one call after another, since to start a thread takes longer than most calls. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Coroutine::daemon);

    private static final ThreadLocal<Coroutine> CURRENT = new ThreadLocal<>();

    private final VirtualScheduler scheduler;
    private final String name;
    private final Supplier<Runnable> body;
    private final Semaphore mayMove = new Semaphore(0);
    private final Semaphore hasStopped = new Semaphore(0);
    private boolean started;
    private boolean parked;
    private boolean interrupted;
    private boolean finished;

    Coroutine(VirtualScheduler scheduler, String name, Supplier<Runnable> body) {
        this.scheduler = scheduler;
        this.name = name;
        this.body = body;
    }

    /** The call that the present thread makes, or empty on any other thread. */
    static Optional<Coroutine> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Lets the call move until it ends or waits. On the test's thread. */
    void resume() {
        if (finished) {
            return;
        }
        parked = false;
        if (!started) {
            started = true;
            THREADS.execute(this::move);
        }
        mayMove.release();
        hasStopped.acquireUninterruptibly();
    }

    /** Waits until the test lets the call go on. On the call's own thread. */
    void park() throws InterruptedException {
        if (!interrupted) {
            parked = true;
            hasStopped.release();
            mayMove.acquireUninterruptibly();
        }
        if (interrupted) {
            interrupted = false;
            throw new InterruptedException("the call was interrupted");
        }
    }

    void unpark() {
        if (parked) {
            scheduler.execute(this::resume);
        }
    }

    @Override
    public void interrupt() {
        interrupted = true;
        unpark();
    }

    @Override
    public boolean isCurrentThread() {
        return CURRENT.get() == this;
    }

    private void move() {
        mayMove.acquireUninterruptibly();
        Thread.currentThread().setName(name);
        CURRENT.set(this);
        try {
            scheduler.execute(body.get());
        } finally {
            CURRENT.remove();
            finished = true;
            hasStopped.release();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "coroutine");
        thread.setDaemon(true);
        return thread;
    }
}
