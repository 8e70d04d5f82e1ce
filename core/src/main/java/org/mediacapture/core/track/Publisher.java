// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import org.mediacapture.core.time.Scheduler;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.PromiseFactory;

/** The one factory of all promises that applications see: their callbacks run on the scheduler's threads. Thread-safe. */
public final class Publisher {
    private final PromiseFactory factory;
    private final Promise<Void> done;

    /** Makes a publisher on the scheduler's threads. */
    public Publisher(Scheduler scheduler) {
        this.factory = new PromiseFactory(scheduler::execute);
        this.done = factory.resolved(null);
    }

    /** A promise for applications with the outcome of one of the core's own. */
    public <T> Promise<T> publish(Promise<T> internal) {
        Deferred<T> published = factory.deferred();
        published.resolveWith(internal);
        return published.getPromise();
    }

    /** A promise that is to be resolved by whoever holds the deferred. */
    public <T> Deferred<T> deferred() {
        return factory.deferred();
    }

    /** A resolved promise. */
    public <T> Promise<T> resolved(T value) {
        return factory.resolved(value);
    }

    /** What is done already: one promise for all. */
    public Promise<Void> done() {
        return done;
    }

    /** A failed promise. */
    public <T> Promise<T> failed(Throwable failure) {
        return factory.failed(failure);
    }
}
