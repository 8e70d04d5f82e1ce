// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.Registration;
import org.mediacapture.stream.TrackEvent;

/**
 * One run of {@code camera:watch}: events come on foreign threads and are printed by the thread of the command.
 * Thread-safe.
 */
final class Watch implements AutoCloseable {
    private final Clock clock;
    private final BlockingQueue<Optional<WatchedEvent>> events = new LinkedBlockingQueue<>();
    private final List<Registration> registrations = new ArrayList<>();
    private boolean closed;

    Watch(Clock clock) {
        this.clock = clock;
    }

    /** Begins to listen: to all bundles, cameras and devices, and to the present and coming tracks of the shell. */
    void listen(CameraAdmin admin, MediaDevices devices, TrackRegistry tracks) {
        keep(admin.addEventListener(event -> WatchedEvent.of(now(), event).ifPresent(this::add)));
        keep(admin.addUsageListener(event -> add(WatchedEvent.of(now(), event))));
        keep(devices.addDeviceChangeListener(event -> add(WatchedEvent.of(now(), event))));
        keep(tracks.follow(this::listen));
    }

    private void listen(OpenTrack open) {
        for (TrackEvent.Type type : TrackEvent.Type.values()) {
            keep(open.track().addEventListener(type, event -> add(WatchedEvent.of(now(), open, event))));
        }
    }

    /** Ends {@link #print}, after the events that came before. */
    void end() {
        events.add(Optional.empty());
    }

    /**
     * Prints events as they come.
     *
     * @param length how long at most; empty without end
     * @param printer prints an event; false if nobody reads any more, which ends it
     * @throws InterruptedException if the command was interrupted
     */
    void print(Optional<Duration> length, Predicate<WatchedEvent> printer) throws InterruptedException {
        long begun = System.nanoTime();
        Optional<WatchedEvent> event = next(length, begun);
        while (event.isPresent() && printer.test(event.get())) {
            event = next(length, begun);
        }
    }

    /** Empty at the end. */
    private Optional<WatchedEvent> next(Optional<Duration> length, long begun) throws InterruptedException {
        if (length.isEmpty()) {
            return events.take();
        }
        long left = length.get().toNanos() - (System.nanoTime() - begun);
        return Optional.ofNullable(events.poll(left, TimeUnit.NANOSECONDS)).flatMap(event -> event);
    }

    private void add(WatchedEvent event) {
        events.add(Optional.of(event));
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }

    private synchronized void keep(Registration registration) {
        if (closed) {
            registration.close();
        } else {
            registrations.add(registration);
        }
    }

    @Override
    public void close() {
        List<Registration> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(registrations);
            registrations.clear();
        }
        all.forEach(Registration::close);
    }
}
