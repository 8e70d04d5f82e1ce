// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.function.Consumer;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/**
 * The turn of an operation in the queue. It tells when nobody waits for the outcome any more, so that the operation waits no
 * longer either and the next one has its turn. Confined to the strand.
 */
final class Turn {
    private final Promise<?> outcome;

    Turn(Promise<?> outcome) {
        this.outcome = outcome;
    }

    /** Tells why nobody waits any more, at once if that is so already. */
    void onGivenUp(Consumer<Throwable> told) {
        outcome.onFailure(told::accept);
    }

    /** The outcome of a step, or a failure as soon as nobody waits for it any more; not for calls into a provider. */
    <T> Promise<T> unlessGivenUp(Promise<T> step) {
        Deferred<T> first = ProviderCall.INLINE.deferred();
        onGivenUp(why -> failFirst(first, why));
        step.onSuccess(value -> {
                    if (!first.getPromise().isDone()) {
                        first.resolve(value);
                    }
                })
                .onFailure(failure -> failFirst(first, failure));
        return first.getPromise();
    }

    private static void failFirst(Deferred<?> first, Throwable failure) {
        if (!first.getPromise().isDone()) {
            first.fail(failure);
        }
    }
}
