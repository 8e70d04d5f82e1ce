// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/**
 * The operations of one camera: in order, one at a time. An operation whose session went is repeated once, when the queue is
 * resumed on a successor; a second loss is UnknownError (HS-4). Confined to the camera's strand.
 */
final class ControlQueue {
    private final Deque<Entry<?>> waiting = new ArrayDeque<>();
    private Optional<Entry<?>> running = Optional.empty();
    private boolean paused;
    private boolean starting;
    private int resumed;

    /**
     * Adds an operation.
     *
     * @param owner whose end cancels the operation
     * @param operation what to do; called when it is its turn
     */
    <T> Promise<T> submit(Object owner, Operation<T> operation) {
        Entry<T> entry = new Entry<>(owner, operation);
        waiting.add(entry);
        runNext();
        return entry.result.getPromise();
    }

    /** Starts no operation until {@link #resume()}. */
    void pause() {
        paused = true;
    }

    /** Goes on. */
    void resume() {
        paused = false;
        resumed++;
        runNext();
    }

    /** Settles the operations of an owner with a failure; the one under way is left to come to its end. */
    void cancel(Object owner, Throwable why) {
        cancel(entry -> entry.owner == owner, why);
    }

    /** Settles an operation with a failure, by its promise; the one under way is left to come to its end. */
    void giveUp(Promise<?> operation, Throwable why) {
        cancel(entry -> entry.result.getPromise() == operation, why);
    }

    private void cancel(Predicate<Entry<?>> which, Throwable why) {
        running.filter(which).ifPresent(entry -> entry.fail(why));
        List.copyOf(waiting).stream().filter(which).forEach(entry -> entry.fail(why));
        waiting.removeIf(which);
    }

    /** A loop, not a recursion: operations that need no provider come to their end while they are started. */
    private void runNext() {
        if (starting) {
            return; // the loop below goes on with what is next
        }
        starting = true;
        try {
            while (!paused && running.isEmpty() && !waiting.isEmpty()) {
                Entry<?> next = waiting.remove();
                running = Optional.of(next);
                next.run();
            }
        } finally {
            starting = false;
        }
    }

    /** What is done in its turn. */
    @FunctionalInterface
    interface Operation<T> {
        Promise<T> run(Turn turn);
    }

    private final class Entry<T> {
        private final Object owner;
        private final Operation<T> operation;
        private final Deferred<T> result = ProviderCall.INLINE.deferred();
        private boolean repeated;
        private int resumedBefore;

        private Entry(Object owner, Operation<T> operation) {
            this.owner = owner;
            this.operation = operation;
        }

        private void run() {
            resumedBefore = resumed;
            Promise<T> outcome;
            try {
                outcome = operation.run(new Turn(result.getPromise()));
            } catch (RuntimeException | Error failure) {
                outcome = ProviderCall.INLINE.failed(failure);
            }
            outcome.onSuccess(this::finish).onFailure(this::lostOrFailed);
        }

        private void finish(T value) {
            if (!result.getPromise().isDone()) {
                result.resolve(value);
            }
            next();
        }

        private void lostOrFailed(Throwable failure) {
            if (!(failure instanceof SessionLostException)) {
                fail(failure);
            } else if (repeated) {
                fail(new MediaException(
                        ErrorName.UNKNOWN, "the camera was lost twice: " + failure.getMessage(), failure));
            } else if (!result.getPromise().isDone()) {
                repeated = true;
                paused |= resumedBefore == resumed; // whoever closed the session resumes the queue, or has done so
                waiting.addFirst(this);
            }
            next();
        }

        private void fail(Throwable failure) {
            if (!result.getPromise().isDone()) {
                result.fail(failure);
            }
        }

        private void next() {
            running = Optional.empty();
            runNext();
        }
    }
}
