// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/**
 * The operations of one camera: in order, one at a time. An operation whose session went is repeated once, when the queue is
 * resumed on a successor; a second loss is UnknownError (HS-4). Confined to the camera's strand.
 */
final class ControlQueue {
    private final Deque<Turn<?>> waiting = new ArrayDeque<>();
    private Optional<Turn<?>> running = Optional.empty();
    private boolean paused;
    private boolean starting;
    private boolean resumedMeanwhile; // since the operation under way began

    /**
     * Adds an operation.
     *
     * @param owner whose end cancels the operation
     * @param asker who is told how it ended
     * @param operation what to do; called when it is its turn
     */
    <T> void submit(Object owner, Completion<T> asker, Operation<T> operation) {
        waiting.add(new Turn<>(this, owner, asker, operation));
        runNext();
    }

    /** The same for somebody who wants a promise. */
    <T> Promise<T> submit(Object owner, Operation<T> operation) {
        Deferred<T> promise = ProviderCall.INLINE.deferred();
        submit(owner, Completion.of(promise), operation);
        return promise.getPromise();
    }

    /** Starts no operation until {@link #resume()}. */
    void pause() {
        paused = true;
    }

    /** Goes on. */
    void resume() {
        paused = false;
        resumedMeanwhile = true;
        runNext();
    }

    /**
     * Answers the operations of an owner with a failure; the one under way is left to come to its end.
     *
     * @param why makes the failure, which is seldom wanted
     */
    void cancel(Object owner, Supplier<? extends Throwable> why) {
        cancel(turn -> turn.isOwnedBy(owner), why);
    }

    /** Answers an operation with a failure; if it is under way, it is left to come to its end. */
    void giveUp(Completion<?> asker, Throwable why) {
        cancel(turn -> turn.isAskedBy(asker), () -> why);
    }

    /** None of them has its turn any more when the first is told. */
    private void cancel(Predicate<Turn<?>> which, Supplier<? extends Throwable> why) {
        if (running.isEmpty() && waiting.isEmpty()) {
            return; // as when most tracks end
        }
        List<Turn<?>> cancelled =
                Stream.concat(running.stream(), waiting.stream()).filter(which).toList();
        waiting.removeIf(which);
        cancelled.forEach(turn -> turn.giveUp(why.get()));
    }

    /** Puts the operation under way first again, until the queue is resumed by whoever closed the session, or has been already. */
    void repeat(Turn<?> lost) {
        paused |= !resumedMeanwhile;
        waiting.addFirst(lost);
    }

    /** The operation under way has come to its end. */
    void goOn() {
        running = Optional.empty();
        runNext();
    }

    /** A loop, not a recursion: operations that need no provider come to their end while they are started. */
    private void runNext() {
        if (starting) {
            return; // the loop below goes on with what is next
        }
        starting = true;
        try {
            while (!paused && running.isEmpty() && !waiting.isEmpty()) {
                Turn<?> next = waiting.remove();
                running = Optional.of(next);
                resumedMeanwhile = false;
                next.run();
            }
        } finally {
            starting = false;
        }
    }

    /** What is done in its turn; it tells the turn how it ended. */
    @FunctionalInterface
    interface Operation<T> {
        void run(Turn<T> turn);
    }
}
