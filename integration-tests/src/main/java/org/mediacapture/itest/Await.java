// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.osgi.util.promise.Promise;

/** Waits for what a test expects, for up to 30 seconds; tests assert no durations. */
final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration GLANCE = Duration.ofMillis(10);

    private Await() {}

    /** The value of a promise. */
    static <T> T value(Promise<T> promise) throws InterruptedException, InvocationTargetException {
        settled(promise);
        return promise.getValue();
    }

    /** The failure of a promise. */
    static Throwable failure(Promise<?> promise) throws InterruptedException {
        settled(promise);
        Throwable failure = promise.getFailure();
        if (failure == null) {
            throw new AssertionError("The promise was expected to fail and did not");
        }
        return failure;
    }

    /** The next element of a queue. */
    static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T element = queue.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (element == null) {
            throw new AssertionError("Nothing came within " + PATIENCE.toSeconds() + " s");
        }
        return element;
    }

    /** Waits until something holds that tells nobody; looks again and again. */
    static void until(String what, Callable<Boolean> condition) throws Exception {
        until(what, condition, () -> "");
    }

    /** The same; what is there instead is told if it does not come to hold. */
    static void until(String what, Callable<Boolean> condition, Supplier<?> instead) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("Not within " + PATIENCE.toSeconds() + " s: " + what + " " + instead.get());
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /** Waits until a promise is resolved or has failed. */
    static void settled(Promise<?> promise) throws InterruptedException {
        CountDownLatch resolved = new CountDownLatch(1);
        promise.onResolve(resolved::countDown);
        if (!resolved.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The promise did not settle within " + PATIENCE.toSeconds() + " s");
        }
    }
}
