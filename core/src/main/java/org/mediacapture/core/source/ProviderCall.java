// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.provider.CameraException;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.PromiseFactory;

/**
 * A blocking call into a provider, on a control thread. It is settled by its result, its deadline, or by being abandoned,
 * whichever comes first; {@link #returned()} tells when the provider really came back. Thread-safe.
 *
 * @param <T> what the call answers
 */
final class ProviderCall<T> {
    /** Resolves in the resolving thread: for promises that are resolved on a strand, or waited for. */
    static final PromiseFactory INLINE = new PromiseFactory(PromiseFactory.inlineExecutor());

    /** What is done already. */
    static final Promise<Void> DONE = INLINE.resolved(null);

    private final Strand strand;
    private final Callable<T> body;
    private final Deferred<T> result = INLINE.deferred();
    private final Deferred<Void> returned = INLINE.deferred();
    private final AtomicBoolean settled = new AtomicBoolean();
    private Scheduler.Blocking blocking; // set before anybody else knows the call

    private ProviderCall(Strand strand, Callable<T> body) {
        this.strand = strand;
        this.body = body;
    }

    /**
     * Starts a call.
     *
     * @param name name of the thread while it makes the call
     * @param what the call in words, for the message of an overrun
     * @param limit how long the call may take
     * @param overrun what else to do when the limit has passed
     */
    static <T> ProviderCall<T> start(
            Scheduler scheduler,
            Strand strand,
            String name,
            String what,
            Duration limit,
            Runnable overrun,
            Callable<T> body) {
        ProviderCall<T> call = new ProviderCall<>(strand, body);
        call.blocking = scheduler.blockThen(name, call::run);
        Scheduler.Timer timer = scheduler.schedule(limit, () -> {
            if (call.abandon(new CameraException(
                    CameraException.Reason.FAILED, what + " did not return within " + Deadlines.inWords(limit)))) {
                overrun.run();
            }
        });
        call.result().onResolve(timer::cancel);
        return call;
    }

    /** The result, resolved on the strand. */
    Promise<T> result() {
        return result.getPromise();
    }

    /** Resolved when the provider came back, however late; never fails. */
    Promise<Void> returned() {
        return returned.getPromise();
    }

    /** Settles the call with a failure, unless it is settled, and interrupts it. */
    boolean abandon(Throwable why) {
        if (!settled.compareAndSet(false, true)) {
            return false;
        }
        strand.execute(() -> result.fail(why));
        blocking.interrupt();
        return true;
    }

    boolean isCurrentThread() {
        return blocking.isCurrentThread();
    }

    private Runnable run() {
        Runnable outcome = outcome();
        boolean inTime = settled.compareAndSet(false, true);
        returned.resolve(null);
        return inTime ? () -> strand.perform(outcome) : Scheduler.NOTHING;
    }

    private Runnable outcome() {
        try {
            T value = body.call();
            return () -> result.resolve(value);
        } catch (CameraException failure) {
            return () -> result.fail(failure);
        } catch (Throwable failure) { // also what other languages throw undeclared: the call is back all the same
            return () -> result.fail(
                    new CameraException(CameraException.Reason.FAILED, "The provider failed: " + failure, failure));
        }
    }
}
