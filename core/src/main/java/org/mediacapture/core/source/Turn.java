// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Optional;
import java.util.function.Consumer;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/**
 * An operation in the queue, which tells its turn how it ended. Whoever asked for it is told so, unless it was given up before; that
 * is told to the operation, so that it waits no longer either and the next one has its turn. Confined to the strand.
 */
final class Turn<T> implements Completion<T> {
    private static final Consumer<Throwable> NOTHING = why -> {};

    private final ControlQueue queue;
    private final Object owner;
    private final Completion<T> asker;
    private final ControlQueue.Operation<T> operation;
    private Consumer<Throwable> onGivenUp = NOTHING;
    private Optional<Throwable> failure = Optional.empty();
    private boolean running;
    private boolean answered;
    private boolean repeated;

    Turn(ControlQueue queue, Object owner, Completion<T> asker, ControlQueue.Operation<T> operation) {
        this.queue = queue;
        this.owner = owner;
        this.asker = asker;
        this.operation = operation;
    }

    boolean isOwnedBy(Object other) {
        return owner == other;
    }

    boolean isAskedBy(Completion<?> other) {
        return asker == other;
    }

    /** Begins the operation. */
    void run() {
        running = true;
        try {
            operation.run(this);
        } catch (Throwable thrown) { // also checked ones, which other languages throw undeclared
            fail(thrown);
        }
    }

    @Override
    public void resolve(T value) {
        if (running) {
            running = false;
            if (!answered) {
                answered = true;
                asker.resolve(value);
            }
            queue.goOn();
        }
    }

    /** One whose session went is repeated once (HS-4). */
    @Override
    public void fail(Throwable why) {
        if (!running) {
            return;
        }
        running = false;
        if (!(why instanceof SessionLostException)) {
            giveUp(why);
        } else if (repeated) {
            giveUp(new MediaException(ErrorName.UNKNOWN, "the camera was lost twice: " + why.getMessage(), why));
        } else if (!answered) {
            repeated = true;
            queue.repeat(this);
        }
        queue.goOn();
    }

    /** Tells a failure to whoever asked, and that nobody waits any more to the operation, which is left to come to its end. */
    void giveUp(Throwable why) {
        if (!answered) {
            answered = true;
            failure = Optional.of(why);
            asker.fail(why);
            onGivenUp.accept(why);
        }
    }

    /** Tells why nobody waits any more, at once if that is so already; of several the one that was asked for last. */
    void onGivenUp(Consumer<Throwable> told) {
        onGivenUp = told;
        failure.ifPresent(told);
    }

    /** The outcome of a step, or a failure as soon as nobody waits for it any more; not for calls into a provider. */
    <S> Promise<S> unlessGivenUp(Promise<S> step) {
        if (step.isDone()) {
            return step;
        }
        Deferred<S> promise = ProviderCall.INLINE.deferred();
        Completion<S> first = Completion.of(promise);
        onGivenUp(first::fail);
        first.follow(step);
        return promise.getPromise();
    }
}
