// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.StillCamera;
import org.mediacapture.provider.VideoMode;

/**
 * One open mock camera.
 *
 * <pre>
 * state    start      stop       close     any other call
 * OPENED   → STARTED  –          → CLOSED  works
 * STARTED  illegal    → STOPPED  → CLOSED  works
 * STOPPED  → STARTED  –          → CLOSED  works
 * CLOSED   LOST       LOST       –         LOST
 * </pre>
 *
 * <p>Called by one thread at a time; {@link #close()} is thread-safe. A call that was under way when the session was closed
 * ends with LOST.
 */
final class MockSession implements CameraSession {
    private final CameraDescription description;
    private final Studio studio;
    private final Faults faults;
    private final FrameSink sink;
    private final Runnable unplug;
    private final Consumer<MockSession> onClosed;
    private final MockControls controls;
    private final Optional<StillCamera> still;
    private final CountDownLatch closed = new CountDownLatch(1);

    // Guarded by this.
    private State state = State.OPENED;
    private Optional<MockStream> stream = Optional.empty();
    private OptionalLong origin = OptionalLong.empty();

    private enum State {
        OPENED,
        STARTED,
        STOPPED,
        CLOSED
    }

    MockSession(
            CameraDescription description,
            Studio studio,
            Faults faults,
            FrameSink sink,
            Runnable unplug,
            Consumer<MockSession> onClosed) {
        this.description = description;
        this.studio = studio;
        this.faults = faults;
        this.sink = sink;
        this.unplug = unplug;
        this.onClosed = onClosed;
        this.controls = new MockControls(description.controls());
        this.still = description
                .still()
                .map(photos -> new MockStillCamera(description.label(), studio.sceneries(), photos, shutter()));
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
    public MediaTrackSettings settings() throws CameraException {
        enter(FaultPlan.Call.SETTINGS);
        return controls.settings(nextFrame());
    }

    @Override
    public MediaTrackSettings apply(MediaTrackSettings wanted) throws CameraException {
        enter(FaultPlan.Call.APPLY);
        faults.requireSettable(wanted);
        long frame = nextFrame();
        controls.apply(wanted, frame);
        return controls.settings(frame);
    }

    @Override
    public void start(VideoMode mode) throws CameraException {
        if (!description.modes().contains(mode)) {
            throw new IllegalArgumentException(
                    "mode: " + mode + " is not one of " + description.modes() + " of " + description.address());
        }
        if (state(FaultPlan.Call.START) == State.STARTED) {
            throw new IllegalStateException(
                    description.address() + ": the session is STARTED, start needs OPENED or STOPPED");
        }
        enter(FaultPlan.Call.START);
        MockStream started = begin(mode, FrameMaker.of(mode, studio.sceneries(), description.label()));
        if (!faults.plan().stream().noFrames()) {
            studio.timer().start(description.name(), started);
        }
    }

    @Override
    public void stop() throws CameraException {
        if (state(FaultPlan.Call.STOP) != State.STARTED) {
            return;
        }
        enter(FaultPlan.Call.STOP);
        try {
            end(currentStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CameraException(Reason.FAILED, description.address() + ": stop: interrupted", e);
        }
    }

    @Override
    public Optional<StillCamera> still() {
        return still;
    }

    @Override
    public void close() {
        Optional<MockStream> ending;
        synchronized (this) {
            if (state == State.CLOSED) {
                return;
            }
            state = State.CLOSED;
            ending = stream;
        }
        closed.countDown();
        ending.ifPresent(MockStream::close);
        try {
            // The thread that draws for all cameras is never kept: its own close does not wait.
            if (ending.filter(MockStream::isDrawnByCaller).isEmpty()) {
                faults.enterClose();
            }
        } finally {
            onClosed.accept(this);
        }
    }

    private synchronized MockStream begin(VideoMode mode, FrameMaker maker) throws CameraException {
        if (state == State.CLOSED) {
            maker.close();
            throw lost(FaultPlan.Call.START);
        }
        long now = studio.timer().now();
        origin = OptionalLong.of(origin.orElse(now));
        MockStream.Timing timing =
                new MockStream.Timing(new FrameSchedule(now, mode.frameRate()), origin.getAsLong(), nextFrame());
        ControlWatch watch = new ControlWatch(controls, mode.frameRate());
        MockStream.Script script = new MockStream.Script(faults.plan().stream(), description.address(), unplug);
        MockStream begun = new MockStream(sink, maker, timing, controls::look, watch, script);
        stream = Optional.of(begun);
        state = State.STARTED;
        return begun;
    }

    private void end(MockStream ending) throws InterruptedException, CameraException {
        ending.end();
        ending.awaitEnd();
        synchronized (this) {
            if (state == State.CLOSED) {
                throw lost(FaultPlan.Call.STOP);
            }
            state = State.STOPPED;
        }
    }

    private synchronized MockStream currentStream() {
        return stream.orElseThrow();
    }

    private Exposure.Shutter shutter() {
        return new Exposure.Shutter() {
            @Override
            public Exposure release() throws CameraException {
                return expose();
            }

            @Override
            public void requireOpen() throws CameraException {
                enter(FaultPlan.Call.SETTINGS);
            }
        };
    }

    /** What a photo shows that is taken now. */
    private Exposure expose() throws CameraException {
        enter(FaultPlan.Call.PHOTO);
        long now = studio.timer().now();
        synchronized (this) {
            return new Exposure(now - origin.orElse(now), nextFrame(), controls.look());
        }
    }

    /** The number of the frame that comes next. */
    private synchronized long nextFrame() {
        return stream.map(MockStream::nextSequence).orElse(0L);
    }

    private void enter(FaultPlan.Call call) throws CameraException {
        state(call);
        faults.enter(call, closed);
        state(call);
    }

    /** The state, if it is not CLOSED. */
    private synchronized State state(FaultPlan.Call call) throws CameraException {
        if (state == State.CLOSED) {
            throw lost(call);
        }
        return state;
    }

    private CameraException lost(FaultPlan.Call call) {
        return faults.failure(Reason.LOST, call, "the session is closed");
    }
}
