// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.constraint.RedEyeReduction;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.Plane;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.StillCamera;
import org.mediacapture.provider.VideoMode;

/** An open fake camera: it complains about calls that the contract forbids, and counts what it lends. */
public final class FakeSession implements CameraSession {
    private final FakeDevice device;
    private final FrameSink sink;
    private final AtomicInteger lent = new AtomicInteger();
    private final List<String> calls = new ArrayList<>();
    private Optional<VideoMode> mode = Optional.empty();
    private MediaTrackSettings values;
    private boolean open = true;
    private boolean inCall;
    private long sequence;
    private int brokenRules;

    FakeSession(FakeDevice device, FrameSink sink) {
        this.device = device;
        this.sink = sink;
        this.values = device.values;
    }

    @Override
    public List<VideoMode> modes() {
        return device.modes;
    }

    @Override
    public MediaTrackCapabilities controls() {
        return device.controls;
    }

    @Override
    public MediaTrackSettings settings() throws CameraException {
        requireOpen();
        return values;
    }

    @Override
    public MediaTrackSettings apply(MediaTrackSettings wanted) throws CameraException {
        return call("apply " + wanted, () -> {
            pass(device.applying);
            if (device.applyFailure.isPresent()) {
                throw device.applyFailure.get();
            }
            for (ConstrainableProperty<?> property : wanted.properties()) {
                rule(device.controls
                        .get(property)
                        .filter(range -> range.admits(wanted.get(property).orElseThrow()))
                        .isPresent());
            }
            values = values.with(wanted);
            return values;
        });
    }

    @Override
    public void start(VideoMode wanted) throws CameraException {
        call("start " + wanted.width(), () -> {
            rule(mode.isEmpty());
            rule(device.modes.contains(wanted));
            pass(device.starting);
            if (device.brokenMode.filter(wanted::equals).isPresent()) {
                throw new CameraException(CameraException.Reason.FAILED, "fake: cannot start " + wanted);
            }
            mode = Optional.of(wanted);
            if (device.eager) {
                deliver(Jpegs.WHOLE);
            }
            return wanted;
        });
    }

    @Override
    public void stop() throws CameraException {
        call("stop", () -> {
            Optional<VideoMode> before = mode;
            mode = Optional.empty();
            return before;
        });
    }

    @Override
    public Optional<VideoMode> photoMode() {
        return device.photoMode;
    }

    @Override
    public Optional<StillCamera> still() {
        return device.still ? Optional.of(new Still()) : Optional.empty();
    }

    @Override
    public void close() {
        calls.add("close");
        try {
            device.closing.pass();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        open = false;
        mode = Optional.empty();
        List.of(device.starting, device.applying, device.photographing).forEach(Gate::endCalls);
    }

    /** Delivers a JPEG frame, if the camera streams. */
    public void deliver(byte[] jpeg) {
        deliver(picture(jpeg));
    }

    /** Delivers a JPEG frame that was taken at a time in nanoseconds, if the camera streams. */
    public void deliver(byte[] jpeg, long timestamp) {
        deliver(picture(jpeg), timestamp);
    }

    /** Delivers a frame, also when the session is closed already. */
    public void deliver(FrameData data) {
        deliver(data, device.firstTime + 100 * (sequence + 1));
    }

    private void deliver(FrameData data, long timestamp) {
        lent.incrementAndGet();
        AtomicInteger holds = new AtomicInteger(1);
        sink.frame(data, sequence++, timestamp, () -> {
            rule(holds.getAndDecrement() == 1);
            lent.decrementAndGet();
        });
    }

    private static FrameData picture(byte[] jpeg) {
        return new FrameData(
                PixelFormat.MJPEG,
                List.of(Plane.compressed(ByteBuffer.wrap(jpeg))),
                64,
                48,
                PixelRect.ofSize(64, 48),
                0,
                ColorSpace.JPEG);
    }

    /** Where the session reports. */
    public FrameSink sink() {
        return sink;
    }

    /** Ends by itself. */
    public void end(EndCause cause) {
        sink.ended(cause, "fake: over");
    }

    /** The mode in which it streams. */
    public Optional<VideoMode> mode() {
        return mode;
    }

    /** What was called, in order. */
    public List<String> calls() {
        return calls;
    }

    /** The buffers that were not given back yet. */
    public int lent() {
        return lent.get();
    }

    /** Whether it was not closed. */
    public boolean isOpen() {
        return open;
    }

    /** How often the core broke the contract. */
    public int brokenRules() {
        return brokenRules;
    }

    static void pass(Gate gate) throws CameraException {
        try {
            gate.pass();
        } catch (InterruptedException interrupted) {
            throw new CameraException(CameraException.Reason.LOST, "fake: interrupted", interrupted);
        }
    }

    private <T> T call(String what, Body<T> body) throws CameraException {
        calls.add(what);
        requireOpen();
        rule(!inCall);
        rule(Coroutine.current().isPresent());
        inCall = true;
        try {
            return body.run();
        } finally {
            inCall = false;
        }
    }

    private void requireOpen() throws CameraException {
        if (!open) {
            throw new CameraException(CameraException.Reason.LOST, "fake: closed");
        }
    }

    private void rule(boolean kept) {
        brokenRules += kept ? 0 : 1;
    }

    private interface Body<T> {
        T run() throws CameraException;
    }

    private final class Still implements StillCamera {
        @Override
        public PhotoCapabilities capabilities() {
            return new PhotoCapabilities(RedEyeReduction.NEVER, Optional.empty(), Optional.empty(), List.of());
        }

        @Override
        public PhotoSettings settings() {
            return PhotoSettings.none();
        }

        @Override
        public Blob takePhoto(PhotoSettings settings) throws CameraException {
            return call("photo", () -> {
                pass(device.photographing);
                return new Blob("image/jpeg", Jpegs.WHOLE);
            });
        }
    }
}
