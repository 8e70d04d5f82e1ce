// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.admin;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mediacapture.admin.CameraEvent;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderTroubleStatus;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.stream.Registration;

/**
 * What operators are told, and what is logged for them: that cameras changed, what has become of them, and who uses what.
 * Thread-safe.
 */
public final class AdminEvents {
    private final Strand looking;
    private final AdminLog log = new AdminLog();
    private final AdminListeners<String> cameras;
    private final AdminListeners<CameraEvent> events;
    private final AdminListeners<UsageEvent> usage;
    private final AtomicBoolean aboutToLook = new AtomicBoolean();
    private volatile Supplier<Sight> sight = () -> Sight.NOTHING;
    private Sight last = Sight.NOTHING; // confined to the strand that looks

    /** Begins without listeners. */
    public AdminEvents(Scheduler scheduler) {
        this.looking = new Strand(scheduler);
        this.cameras = new AdminListeners<>(scheduler, "cameras");
        this.events = new AdminListeners<>(scheduler, "what becomes of cameras");
        this.usage = new AdminListeners<>(scheduler, "the use of cameras");
    }

    /** Begins to tell what becomes of cameras; those that are there come first. */
    public void watch(Supplier<List<CameraStatus>> present, Supplier<List<ProviderTroubleStatus>> lacking) {
        sight = () -> last.next(present.get(), lacking.get());
        lookSoon();
    }

    /** Tells that cameras changed. Returns at once. */
    public void camerasChanged() {
        lookSoon();
        cameras.call("changed");
    }

    /** Tells, and logs, who uses what. Returns at once and calls nobody, since locks may be held. */
    public void used(UsageEvent event) {
        looking.execute(() -> log.used(event));
        usage.call(event);
    }

    /** Changes that come together are seen by one look. */
    private void lookSoon() {
        if (aboutToLook.compareAndSet(false, true)) {
            looking.execute(this::look);
        }
    }

    private void look() {
        aboutToLook.set(false);
        Sight now = sight.get();
        now.since(last).forEach(this::happened);
        last = now;
    }

    private void happened(CameraEvent event) {
        log.happened(event);
        events.call(event);
    }

    Registration addCameraListener(Runnable listener) {
        return cameras.add(change -> listener.run());
    }

    Registration addEventListener(Consumer<CameraEvent> listener) {
        return events.add(listener);
    }

    Registration addUsageListener(Consumer<UsageEvent> listener) {
        return usage.add(listener);
    }
}
