// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.stream.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who want to know that permissions may stand differently. Changes are told one at a time and merged. Thread-safe. */
final class PermissionChanges {
    private static final Logger LOG = LoggerFactory.getLogger(PermissionChanges.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean announced = new AtomicBoolean();
    private final Strand strand;

    PermissionChanges(Scheduler scheduler) {
        this.strand = new Strand(scheduler);
    }

    /** Tells everybody soon. Returns at once. */
    void announce() {
        if (announced.compareAndSet(false, true)) {
            strand.execute(this::tell);
        }
    }

    Registration add(Runnable listener) {
        Runnable unique = listener::run;
        listeners.add(unique);
        return () -> listeners.remove(unique);
    }

    private void tell() {
        announced.set(false); // first, so that what changes from here on is told again
        listeners.forEach(PermissionChanges::call);
    }

    private static void call(Runnable listener) {
        try {
            listener.run();
        } catch (Throwable failure) {
            LOG.warn("A listener to permissions failed", failure);
        }
    }
}
