// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.PromiseFactory;

/** A look at how a permission stands that a controller cannot hold up: one that does not answer in time denies. Thread-safe. */
final class TimedQuery {
    private static final PromiseFactory INLINE = new PromiseFactory(PromiseFactory.inlineExecutor());
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final Deferred<Decision> result = INLINE.deferred();
    private final AtomicBoolean settled = new AtomicBoolean();

    private TimedQuery() {}

    /**
     * Begins.
     *
     * @param query may block
     * @return a promise that is resolved on a thread of the scheduler
     */
    static Promise<Decision> start(Scheduler scheduler, Supplier<Decision> query) {
        TimedQuery timed = new TimedQuery();
        Scheduler.Blocking call = scheduler.block("permission-controller", () -> timed.settle(query));
        Scheduler.Timer timer = scheduler.schedule(DEADLINE, () -> {
            timed.settle(() ->
                    Decision.denied("the permission controller did not answer within " + Deadlines.inWords(DEADLINE)));
            call.interrupt();
        });
        return timed.result.getPromise().onResolve(timer::cancel);
    }

    private void settle(Supplier<Decision> query) {
        Decision decision;
        try {
            decision = query.get();
        } catch (Throwable failure) {
            decision = Decision.denied("the permissions cannot be told: " + failure);
        }
        if (settled.compareAndSet(false, true)) {
            result.resolve(decision);
        }
    }
}
