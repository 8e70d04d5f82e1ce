// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.osgi.util.function.Consumer;
import org.osgi.util.promise.Promise;

/** Waits for promises in the thread of a command. Thread-safe. */
public final class Answer {
    private Answer() {}

    /**
     * Waits for a promise.
     *
     * @param promise what to wait for
     * @param deadline how long at most
     * @param what what is waited for, for the message of a failure
     * @param late gets the value if it comes when nobody waits for it any more, to give it back
     * @param <T> the type of the value
     * @return the value
     * @throws InterruptedException if the command was interrupted
     * @throws MediaException with UnknownError if the deadline passed, or what the promise failed with
     */
    public static <T> T of(Promise<T> promise, Duration deadline, String what, Consumer<? super T> late)
            throws InterruptedException {
        CountDownLatch resolved = new CountDownLatch(1);
        promise.onResolve(resolved::countDown);
        boolean waiting = true;
        try {
            waiting = !resolved.await(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            if (waiting) {
                promise.onSuccess(late);
            }
        }
        if (waiting) {
            throw new MediaException(ErrorName.UNKNOWN, what + ": no answer within " + deadline.toSeconds() + " s");
        }
        return value(promise, what);
    }

    private static <T> T value(Promise<T> promise, String what) throws InterruptedException {
        Throwable failure = promise.getFailure();
        if (failure instanceof RuntimeException known) {
            throw known;
        }
        if (failure != null) {
            throw new MediaException(ErrorName.UNKNOWN, what + ": " + failure, failure);
        }
        try {
            return promise.getValue();
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw new IllegalStateException("a promise without a failure failed", e);
        }
    }
}
