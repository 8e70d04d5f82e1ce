// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.core.track.Listeners;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.stream.DeviceChangeEvent;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.Registration;

/**
 * Tells a document when the devices that it may see have changed (DC-1 to DC-4): what happens within a moment at once, so that a
 * provider that is updated is no change. Thread-safe; the comparison is confined to a strand of its own.
 */
final class DeviceChanges {
    private static final Duration MOMENT = Duration.ofMillis(250);

    private final Scheduler scheduler;
    private final Strand strand;
    private final DeviceList devices;
    private final TrackOwner owner;
    private final Exposure exposure;
    private final Listeners<DeviceChangeEvent> listeners = new Listeners<>("devicechange");
    private final AtomicBoolean pending = new AtomicBoolean();
    private boolean missed; // of the strand
    private List<Device> there = List.of(); // of the strand

    DeviceChanges(Scheduler scheduler, DeviceList devices, TrackOwner owner, Exposure exposure) {
        this.scheduler = scheduler;
        this.strand = new Strand(scheduler);
        this.devices = devices;
        this.owner = owner;
        this.exposure = exposure;
        strand.execute(() -> there = devices.all());
    }

    Registration add(Consumer<DeviceChangeEvent> listener) {
        return listeners.add(listener);
    }

    /** Looks after a moment whether the document sees something else. Returns at once. */
    void devicesChanged() {
        if (!owner.isClosed() && pending.compareAndSet(false, true)) {
            scheduler.schedule(
                    MOMENT,
                    () -> strand.execute(() -> {
                        pending.set(false);
                        compare();
                    }));
        }
    }

    /** A document that was hidden learns what it missed. */
    void shown() {
        strand.execute(() -> {
            if (missed) { // looked at here: a comparison under way may be about to note it
                compare();
            }
        });
    }

    private void compare() {
        if (owner.isClosed()) {
            return;
        }
        missed = owner.isHidden() && !exposure.isAnyExposed();
        if (missed) {
            return;
        }
        List<Device> before = there;
        there = devices.all();
        List<Device> now = devices.exposed(there);
        if (!isSame(
                devices.exposed(before), now)) { // both as it sees devices now: being told more is no change of devices
            tell(now, before);
        }
    }

    private void tell(List<Device> now, List<Device> before) {
        List<MediaDeviceInfo> inserted = now.stream()
                .filter(device -> !device.deviceId().isEmpty())
                .filter(device -> before.stream().noneMatch(device::isSameAs))
                .<MediaDeviceInfo>map(device -> device)
                .toList();
        listeners.call(new DeviceChangeEvent(List.copyOf(now), inserted));
    }

    private static boolean isSame(List<Device> before, List<Device> now) {
        return before.size() == now.size()
                && IntStream.range(0, now.size()).allMatch(i -> before.get(i).isSameAs(now.get(i)));
    }
}
