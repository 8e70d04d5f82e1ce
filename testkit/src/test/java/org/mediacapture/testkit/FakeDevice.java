// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/** A camera that keeps the contract, but for its faults. Thread-safe. */
final class FakeDevice implements CameraDevice {
    static final List<VideoMode> MODES = List.of(
            new VideoMode(64, 48, 200, PixelFormat.I420),
            new VideoMode(32, 24, 200, PixelFormat.GRAY8),
            new VideoMode(64, 48, 100, PixelFormat.MJPEG));

    private final Set<Fault> faults;
    private final Optional<String> blocks;
    private final Set<FakeSession> sessions = ConcurrentHashMap.newKeySet();

    FakeDevice(Set<Fault> faults) {
        this(faults, Optional.empty());
    }

    private FakeDevice(Set<Fault> faults, Optional<String> blocks) {
        this.faults = faults;
        this.blocks = blocks;
    }

    FakeDevice blocking(String method) {
        return new FakeDevice(faults, Optional.of(method));
    }

    boolean blocks(String method) {
        return blocks.filter(method::equals).isPresent();
    }

    @Override
    public List<VideoMode> modes() {
        return faults.contains(Fault.FORGETS_MODES) ? MODES.subList(0, 1) : MODES;
    }

    @Override
    public MediaTrackCapabilities controls() {
        return FakeControls.capabilities(faults);
    }

    @Override
    public Optional<String> group() {
        return faults.contains(Fault.NULL_GROUP) ? null : Optional.of("fake");
    }

    @Override
    public boolean exclusive() {
        return faults.contains(Fault.NOT_BUSY) || faults.contains(Fault.FAILED_INSTEAD_OF_BUSY);
    }

    @Override
    public synchronized CameraSession open(FrameSink sink) throws CameraException {
        if (blocks("open")) {
            block();
        }
        if (faults.contains(Fault.FAILED_INSTEAD_OF_BUSY) && !sessions.isEmpty()) {
            throw new CameraException(Reason.FAILED, "fake: no");
        }
        FakeSession session = new FakeSession(this, sink, faults);
        sessions.add(session);
        return session;
    }

    private void block() throws CameraException {
        CountDownLatch never = new CountDownLatch(1);
        boolean again = true;
        while (again) {
            try {
                never.await();
            } catch (InterruptedException e) {
                again = faults.contains(Fault.OPEN_IGNORES_INTERRUPT);
            }
        }
        Thread.currentThread().interrupt();
        throw new CameraException(Reason.LOST, "fake: interrupted");
    }

    void forget(FakeSession session) {
        sessions.remove(session);
    }
}
