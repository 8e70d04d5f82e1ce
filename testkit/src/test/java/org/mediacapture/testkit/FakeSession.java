// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.StillCamera;
import org.mediacapture.provider.VideoMode;

/** A session that keeps the contract, but for its faults. Confined to the camera's control queue, but for close(). */
final class FakeSession implements CameraSession {
    private final FakeDevice device;
    private final FrameSink sink;
    private final Set<Fault> faults;
    private final FakeControls controls;
    private final AtomicLong numbers = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);

    // Guarded by this.
    private Optional<FakeStream> stream = Optional.empty();

    FakeSession(FakeDevice device, FrameSink sink, Set<Fault> faults) {
        this.device = device;
        this.sink = sink;
        this.faults = faults;
        this.controls = new FakeControls(faults);
        if (faults.contains(Fault.FRAMES_BEFORE_START)) {
            begin(modes().get(0));
        }
    }

    @Override
    public List<VideoMode> modes() {
        return FakeDevice.MODES;
    }

    @Override
    public MediaTrackCapabilities controls() {
        return FakeControls.capabilities(faults);
    }

    @Override
    public MediaTrackSettings settings() throws CameraException {
        if (!faults.contains(Fault.ANSWERS_WHEN_CLOSED)) {
            requireOpen();
        }
        if (faults.contains(Fault.SETTINGS_HANG)) {
            await(new CountDownLatch(1));
        }
        return controls.settings();
    }

    @Override
    public MediaTrackSettings apply(MediaTrackSettings wanted) throws CameraException {
        requireOpen();
        if (faults.contains(Fault.APPLY_ENDS_STREAM)) {
            stop();
        }
        return controls.apply(wanted);
    }

    @Override
    public void start(VideoMode mode) throws CameraException {
        requireOpen();
        if (!modes().contains(mode) && !faults.contains(Fault.TAKES_ANY_MODE)) {
            throw new CameraException(Reason.FAILED, "fake: no mode " + mode);
        }
        if (device.blocks("start")) {
            block();
        }
        synchronized (this) {
            requireOpen();
            if (stream.isPresent() && !faults.contains(Fault.STARTS_TWICE)) {
                throw new CameraException(Reason.FAILED, "fake: is started");
            }
            begin(mode);
        }
    }

    private void block() throws CameraException {
        if (faults.contains(Fault.STARTS_UNDER_LOCK)) {
            synchronized (this) {
                await(closed);
            }
        }
        await(closed);
    }

    private void await(CountDownLatch latch) throws CameraException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (faults.contains(Fault.THROWS_ILLEGAL_STATE_ON_INTERRUPT)) {
                throw new IllegalStateException(e);
            }
            throw new CameraException(Reason.FAILED, "fake: interrupted", e);
        }
    }

    private synchronized void begin(VideoMode mode) {
        FakeStream begun = new FakeStream(mode, sink, numbers, faults, device);
        stream = Optional.of(begun);
        begun.start();
    }

    @Override
    public void stop() throws CameraException {
        Optional<FakeStream> ending;
        synchronized (this) {
            requireOpen();
            ending = stream;
            stream = Optional.empty();
        }
        if (ending.isEmpty() && faults.contains(Fault.STOP_NEEDS_START)) {
            throw new IllegalStateException("fake: is not started");
        }
        try {
            if (ending.isPresent()) {
                ending.get().end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CameraException(Reason.FAILED, "fake: interrupted", e);
        }
    }

    @Override
    public Optional<StillCamera> still() {
        return Optional.of(new FakeStill(this, faults));
    }

    synchronized void requireOpen() throws CameraException {
        if (closed.getCount() == 0) {
            throw new CameraException(
                    faults.contains(Fault.FAILED_WHEN_CLOSED) ? Reason.FAILED : Reason.LOST, "fake: is closed");
        }
    }

    @Override
    public void close() {
        Optional<FakeStream> ending;
        synchronized (this) {
            if (closed.getCount() == 0 && faults.contains(Fault.SECOND_CLOSE_THROWS)) {
                throw new IllegalStateException("fake: is closed already");
            }
            ending = stream;
            closed.countDown();
        }
        ending.ifPresent(FakeStream::close);
        device.forget(this);
    }
}
