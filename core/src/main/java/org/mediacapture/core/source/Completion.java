// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/**
 * Who is told how something ended; only the first outcome counts. Inside of a camera it stands for a promise, which is made for
 * those outside: it costs no more than who implements it. Confined to the strand.
 */
interface Completion<T> {
    /** It succeeded. */
    void resolve(T value);

    /** It failed. */
    void fail(Throwable why);

    /** Ends as a promise does. */
    default void follow(Promise<? extends T> outcome) {
        outcome.onSuccess(this::resolve).onFailure(this::fail);
    }

    /** Goes on when a step has succeeded; fails as the step does, and if it cannot go on. */
    default void after(Promise<?> step, Runnable next) {
        if (step == ProviderCall.DONE) {
            attempt(next); // as of most photos, for which a callback would be memory only
        } else {
            step.onSuccess(done -> attempt(next)).onFailure(this::fail);
        }
    }

    private void attempt(Runnable next) {
        try {
            next.run();
        } catch (Throwable failure) { // also checked ones, which other languages throw undeclared
            fail(failure);
        }
    }

    /** Nobody is told. */
    static <T> Completion<T> none() {
        return new Completion<>() {
            @Override
            public void resolve(T value) {}

            @Override
            public void fail(Throwable why) {}
        };
    }

    /** Settles a promise. */
    static <T> Completion<T> of(Deferred<T> promise) {
        return new Completion<>() {
            @Override
            public void resolve(T value) {
                if (!promise.getPromise().isDone()) {
                    promise.resolve(value);
                }
            }

            @Override
            public void fail(Throwable why) {
                if (!promise.getPromise().isDone()) {
                    promise.fail(why);
                }
            }
        };
    }
}
