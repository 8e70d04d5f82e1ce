// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.admin;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.stream.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who want to know that something about a camera changed; called one at a time. Thread-safe. */
public final class CameraListeners {
    private static final Logger LOG = LoggerFactory.getLogger(CameraListeners.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Strand strand;

    /** Makes a list without listeners. */
    public CameraListeners(Scheduler scheduler) {
        this.strand = new Strand(scheduler);
    }

    /** Tells everybody. Returns at once. */
    public void changed() {
        strand.execute(() -> listeners.forEach(CameraListeners::call));
    }

    Registration add(Runnable listener) {
        Runnable unique = listener::run;
        listeners.add(unique);
        return () -> listeners.remove(unique);
    }

    private static void call(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException | Error failure) {
            LOG.warn("A listener to cameras failed", failure);
        }
    }
}
