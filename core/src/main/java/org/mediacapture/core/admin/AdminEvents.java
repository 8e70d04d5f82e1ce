// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.admin;

import java.util.function.Consumer;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.core.track.Listeners;
import org.mediacapture.stream.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators are told: that cameras changed, and who uses what. Listeners are called one at a time. Thread-safe. */
public final class AdminEvents {
    private static final Logger LOG = LoggerFactory.getLogger(AdminEvents.class);

    private final Strand strand;
    private final Strand log; // of its own, so that no listener delays it
    private final Listeners<String> cameras = new Listeners<>("cameras");
    private final Listeners<UsageEvent> usage = new Listeners<>("the use of cameras");

    /** Begins without listeners. */
    public AdminEvents(Scheduler scheduler) {
        this.strand = new Strand(scheduler);
        this.log = new Strand(scheduler);
    }

    /** Tells that cameras changed. Returns at once. */
    public void camerasChanged() {
        strand.execute(() -> cameras.call("changed"));
    }

    /** Tells, and logs, who uses what. Returns at once and calls nobody, since locks may be held. */
    public void used(UsageEvent event) {
        log.execute(() ->
                LOG.info("{}: {} for {}{}", event.device(), event.type().value(), user(event), because(event.cause())));
        strand.execute(() -> usage.call(event));
    }

    Registration addCameraListener(Runnable listener) {
        return cameras.add(change -> listener.run());
    }

    Registration addUsageListener(Consumer<UsageEvent> listener) {
        return usage.add(listener);
    }

    private static String user(UsageEvent event) {
        return event.origin().equals(event.bundle()) ? event.bundle() : event.origin() + " by " + event.bundle();
    }

    private static String because(String cause) {
        return cause.isEmpty() ? "" : ": " + cause;
    }
}
