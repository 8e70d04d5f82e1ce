// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.admin;

import java.util.function.Consumer;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.core.track.Listeners;
import org.mediacapture.stream.Registration;

/** Those who listen to one sort of event, each called one at a time and in order, and none held up by another that blocks. Thread-safe. */
final class AdminListeners<E> {
    private final Scheduler scheduler;
    private final String what;
    private final Listeners<E> queues;

    /**
     * Begins without listeners.
     *
     * @param what the events in words, for the log
     */
    AdminListeners(Scheduler scheduler, String what) {
        this.scheduler = scheduler;
        this.what = what;
        this.queues = new Listeners<>(what);
    }

    /** Adds one; closing takes it away at once, also from what waits for it. */
    Registration add(Consumer<? super E> listener) {
        Listeners<E> one = new Listeners<>(what);
        Registration called = one.add(listener);
        Strand turns = new Strand(scheduler);
        Registration queued = queues.add(event -> turns.execute(() -> one.call(event)));
        return () -> {
            queued.close();
            called.close();
        };
    }

    /** Returns at once and calls nobody. */
    void call(E event) {
        queues.call(event);
    }
}
