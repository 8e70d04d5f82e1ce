// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Calls a provider on threads of its own, as the core does, and waits for the answer no longer than a patience: a provider that
 * hangs fails a test, it does not hang it. Thread-safe.
 */
final class Calls {
    /** What the names of the threads begin with that call providers. */
    static final String THREADS = "testkit-";

    private static final int FRAMES_SHOWN = 12;

    private final Duration patience;

    Calls(Duration patience) {
        this.patience = patience;
    }

    /** A call of a provider without an answer. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /** Calls a provider that has to succeed, and waits for the answer. */
    <T> T call(String what, Callable<T> body) throws InterruptedException {
        return begin(what, body).await(patience);
    }

    /** Calls a provider that has to succeed, and waits. */
    void run(String what, Action body) throws InterruptedException {
        start(what, body).await(patience);
    }

    /** Calls, waits, and answers what the provider threw. */
    Optional<Throwable> failure(String what, Action body) {
        return start(what, body).failure();
    }

    /** Begins a call without an answer. */
    Pending<Void> start(String what, Action body) {
        return begin(what, () -> {
            body.run();
            return null;
        });
    }

    /** Begins a call. */
    <T> Pending<T> begin(String what, Callable<T> body) {
        FutureTask<T> task = new FutureTask<>(body);
        Thread thread = new Thread(task, THREADS + what);
        thread.setDaemon(true);
        thread.start();
        return new Pending<>(what, task, thread, patience);
    }

    /**
     * A call that is under way. Thread-safe.
     *
     * @param what the method called
     * @param task its answer
     * @param thread who calls it
     * @param patience how long to wait for it
     */
    record Pending<T>(String what, FutureTask<T> task, Thread thread, Duration patience) {
        /** Waits for the answer. */
        T await(Duration atMost) throws InterruptedException {
            return await(atMost, Clause.CALLS_COME_BACK);
        }

        /** Waits for the answer; the clause is broken if there is none in time. */
        T await(Duration atMost, Clause clause) throws InterruptedException {
            try {
                return task.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                throw Clause.CALLS_SUCCEED.broken(what + " threw " + e.getCause(), e.getCause());
            } catch (TimeoutException e) {
                throw hanging(atMost, clause);
            }
        }

        /** Waits, and answers what the provider threw. */
        Optional<Throwable> failure() {
            return failure(Clause.CALLS_COME_BACK);
        }

        /** Waits, and answers what the provider threw; the clause is broken if nothing comes in time. */
        Optional<Throwable> failure(Clause clause) {
            try {
                task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
                return Optional.empty();
            } catch (ExecutionException e) {
                return Optional.of(e.getCause());
            } catch (TimeoutException e) {
                throw hanging(patience, clause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for " + what, e);
            }
        }

        private AssertionError hanging(Duration atMost, Clause clause) {
            String stack = Arrays.stream(thread.getStackTrace())
                    .limit(FRAMES_SHOWN)
                    .map(frame -> "\n            at " + frame)
                    .collect(Collectors.joining());
            thread.interrupt();
            return clause.broken(what + " did not come back within " + atMost + "; its thread was" + stack);
        }
    }
}
