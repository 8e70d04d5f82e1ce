// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.mediacapture.core.time.Scheduler;

/** A call on a thread of its own that moves only while the test's thread waits for it. */
final class Coroutine implements Scheduler.Blocking {
    private final VirtualScheduler scheduler;
    private final Thread thread;
    private final Semaphore mayMove = new Semaphore(0);
    private final Semaphore hasStopped = new Semaphore(0);
    private boolean started;
    private boolean parked;
    private boolean interrupted;
    private boolean finished;

    Coroutine(VirtualScheduler scheduler, String name, Runnable body) {
        this.scheduler = scheduler;
        this.thread = new CoroutineThread(name, () -> move(body));
        thread.setDaemon(true);
    }

    /** The call that the present thread makes, or empty on any other thread. */
    static Optional<Coroutine> current() {
        return Thread.currentThread() instanceof CoroutineThread own ? Optional.of(own.coroutine()) : Optional.empty();
    }

    /** Lets the call move until it ends or waits. On the test's thread. */
    void resume() {
        if (finished) {
            return;
        }
        parked = false;
        if (!started) {
            started = true;
            thread.start();
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
        return Thread.currentThread() == thread;
    }

    private void move(Runnable body) {
        mayMove.acquireUninterruptibly();
        try {
            body.run();
        } finally {
            finished = true;
            hasStopped.release();
        }
    }

    private final class CoroutineThread extends Thread {
        private CoroutineThread(String name, Runnable body) {
            super(body, name);
        }

        private Coroutine coroutine() {
            return Coroutine.this;
        }
    }
}
