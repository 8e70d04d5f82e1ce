// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/**
 * One open camera. Stopping closes the stream, so that a new start never shows what was buffered before; starting
 * opens it anew. {@link #close()} may come from any thread, the other methods come one at a time.
 *
 * <p>A stream is closed by its capture thread; only one that never had a capture thread is closed by who closes the
 * session.
 */
final class JavacvSession implements CameraSession {
    /** Longer than FFmpeg takes to notice, shorter than the core waits. */
    private static final Duration CLOSE_TIME = Duration.ofMillis(400);

    private static final Duration STOP_TIME = Duration.ofSeconds(2);

    private final CameraPlan plan;
    private final CameraInput.Opener opener;
    private final FrameSink sink;
    private final Consumer<JavacvSession> whenClosed;
    private final Duration closeTime;
    private final FrameNumbers numbers = new FrameNumbers();
    private final Object lock = new Object();
    private Interruption interruption = new Interruption();
    private Optional<CameraInput> input = Optional.empty();
    /** The latest; kept when it is cancelled, since it may still be closing its input. */
    private Optional<Capture> capture = Optional.empty();

    private boolean closed;

    /**
     * A session that is still to be opened.
     *
     * @param plan the camera
     * @param opener opens it
     * @param sink where frames go
     * @param whenClosed told once, when the session is closed
     */
    JavacvSession(CameraPlan plan, CameraInput.Opener opener, FrameSink sink, Consumer<JavacvSession> whenClosed) {
        this(plan, opener, sink, whenClosed, CLOSE_TIME);
    }

    /** A session with another time that closing waits. */
    JavacvSession(
            CameraPlan plan,
            CameraInput.Opener opener,
            FrameSink sink,
            Consumer<JavacvSession> whenClosed,
            Duration closeTime) {
        this.plan = plan;
        this.opener = opener;
        this.sink = sink;
        this.whenClosed = whenClosed;
        this.closeTime = closeTime;
    }

    /** Opens the camera, and learns what it can do. Ends when the session is closed or the thread is interrupted. */
    void open() throws CameraException {
        CameraInput opened = opener.open(renewed());
        synchronized (lock) {
            if (!closed) {
                input = Optional.of(opened);
                return;
            }
        }
        opened.close();
        throw lost();
    }

    private Interruption renewed() throws CameraException {
        Interruption mine = new Interruption();
        synchronized (lock) {
            requireOpen();
            interruption = mine;
        }
        return mine;
    }

    @Override
    public List<VideoMode> modes() {
        return input().modes();
    }

    @Override
    public Optional<VideoMode> photoMode() {
        return input().photoMode();
    }

    @Override
    public MediaTrackCapabilities controls() {
        return input().controls();
    }

    private CameraInput input() {
        synchronized (lock) {
            return input.orElseThrow();
        }
    }

    @Override
    public MediaTrackSettings settings() throws CameraException {
        synchronized (lock) {
            requireOpen();
        }
        return input().settings();
    }

    @Override
    public MediaTrackSettings apply(MediaTrackSettings wanted) throws CameraException {
        synchronized (lock) {
            requireOpen();
        }
        return input().apply(wanted);
    }

    @Override
    public void start(VideoMode mode) throws CameraException {
        boolean again;
        synchronized (lock) {
            requireOpen();
            if (capture.isPresent() && !capture.get().isCancelled()) {
                throw new CameraException(Reason.FAILED, plan.url().address() + ": is started already");
            }
            again = capture.isPresent();
        }
        if (!modes().contains(mode)) {
            throw new CameraException(
                    Reason.FAILED, plan.url().address() + ": has no mode " + mode + ", but " + modes());
        }
        if (again) {
            awaitGone(STOP_TIME);
            renewed();
        }
        begin(input().open(mode, interruption), mode);
    }

    private void begin(FrameSource source, VideoMode wanted) throws CameraException {
        Capture begun = new Capture(plan, source, interruption, numbers, sink);
        boolean late;
        synchronized (lock) {
            late = closed;
            if (!late) {
                capture = Optional.of(begun);
            }
        }
        if (late) {
            source.close();
            throw lost();
        }
        if (!source.mode().equals(wanted)) {
            begun.modeChanged(source.mode());
        }
        begun.start();
    }

    @Override
    public void stop() throws CameraException {
        Optional<Capture> running;
        synchronized (lock) {
            requireOpen();
            running = capture;
        }
        if (running.isPresent()) {
            running.get().cancel();
            awaitQuiet(running.get());
        }
    }

    private void awaitQuiet(Capture running) throws CameraException {
        try {
            if (!running.isCurrentThread() && !running.awaitQuiet(STOP_TIME)) {
                throw new CameraException(
                        Reason.FAILED, plan.url().address() + ": did not stop within " + STOP_TIME.toMillis() + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CameraException(Reason.LOST, plan.url().address() + ": interrupted", e);
        }
    }

    /** Tells that the device was pulled out, before it is told that nobody offers it any more. Waits a little. */
    void pulled() {
        Optional<Capture> running;
        synchronized (lock) {
            running = capture.filter(started -> !closed && !started.isCancelled());
        }
        try {
            if (running.isPresent()) {
                running.get().pull();
                running.get().awaitQuiet(closeTime);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has everything end that this session does, without waiting for it. */
    void cancel() {
        synchronized (lock) {
            closed = true;
            // The capture first: it must know that it is cancelled before its input ends.
            capture.ifPresent(Capture::cancel);
            interruption.cancel();
        }
    }

    @Override
    public void close() {
        cancel();
        Optional<CameraInput> opened;
        synchronized (lock) {
            opened = input;
        }
        opened.ifPresent(CameraInput::close);
        awaitGone(closeTime);
        whenClosed.accept(this);
    }

    /**
     * Waits a little for the capture that was cancelled, so that the device is free, and the bundle not gone before the
     * thread that runs its classes; never for the thread that calls.
     */
    private void awaitGone(Duration time) {
        Optional<Capture> cancelled;
        synchronized (lock) {
            cancelled = capture;
        }
        try {
            if (cancelled.isPresent() && !cancelled.get().isCurrentThread()) {
                cancelled.get().awaitGone(time);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireOpen() throws CameraException {
        if (closed) {
            throw lost();
        }
    }

    private CameraException lost() {
        return new CameraException(Reason.LOST, plan.url().address() + ": the session is closed");
    }
}
