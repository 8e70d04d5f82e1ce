// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/** A mock camera that can be opened until it is pulled out or removed. Thread-safe. */
final class MockDevice implements CameraDevice, AutoCloseable {
    private final CameraDescription description;
    private final Studio studio;
    private final Faults faults;

    // Guarded by itself, as what follows.
    private final Set<MockSession> sessions = new HashSet<>();
    private boolean unplugged;
    private Runnable onUnplugged = () -> {};

    MockDevice(CameraDescription description, Studio studio) {
        this.description = description;
        this.studio = studio;
        this.faults = new Faults(description.address(), description.faults());
    }

    @Override
    public List<VideoMode> modes() {
        return description.modes();
    }

    @Override
    public MediaTrackCapabilities controls() {
        return description.controls().capabilities();
    }

    @Override
    public Optional<String> group() {
        return Optional.of(description.address());
    }

    @Override
    public boolean exclusive() {
        return description.exclusive();
    }

    @Override
    public CameraSession open(FrameSink sink) throws CameraException {
        requirePresent();
        faults.enterOpen();
        synchronized (sessions) {
            requirePresent();
            if (unplugged) {
                throw faults.failure(Reason.LOST, FaultPlan.Call.OPEN, "pulled out, as its faults say");
            }
            if (description.exclusive() && !sessions.isEmpty()) {
                throw faults.failure(Reason.BUSY, FaultPlan.Call.OPEN, "already open, and it is exclusive");
            }
            MockSession session = new MockSession(description, studio, faults, sink, this::unplug, this::forget);
            sessions.add(session);
            return session;
        }
    }

    /**
     * Calls somebody when the camera is pulled out, or at once if it is already; not while the sink of a session is called, and
     * perhaps twice.
     */
    void onUnplugged(Runnable listener) {
        boolean already;
        synchronized (sessions) {
            onUnplugged = listener;
            already = unplugged;
        }
        if (already) {
            listener.run();
        }
    }

    /** Removes the camera: ends what blocks, closes the sessions, without waiting for anything. Idempotent. */
    @Override
    public void close() {
        faults.remove();
        List<MockSession> open;
        synchronized (sessions) {
            open = new ArrayList<>(sessions);
        }
        open.forEach(MockSession::close);
    }

    private void unplug() {
        synchronized (sessions) {
            unplugged = true;
        }
        studio.timer().start(description.name(), now -> {
            unpluggedListener().run();
            return FrameTimer.NEVER;
        });
    }

    private Runnable unpluggedListener() {
        synchronized (sessions) {
            return onUnplugged;
        }
    }

    private void forget(MockSession session) {
        synchronized (sessions) {
            sessions.remove(session);
        }
    }

    private void requirePresent() throws CameraException {
        if (faults.isRemoved()) {
            throw faults.failure(Reason.LOST, FaultPlan.Call.OPEN, "the camera was removed");
        }
    }
}
