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
 * One open camera. Stopping closes the input, so that a new start never shows what was buffered before; starting
 * opens it anew. {@link #close()} may come from any thread, the other methods come one at a time.
 *
 * <p>An input is closed by its capture thread; only one that never had a capture thread is closed by who closes the
 * session.
 */
final class JavacvSession implements CameraSession {
    /** Longer than FFmpeg takes to notice, shorter than the core waits. */
    private static final Duration CLOSE_TIME = Duration.ofMillis(400);

    private static final Duration STOP_TIME = Duration.ofSeconds(2);

    private final CameraPlan plan;
    private final FrameSources sources;
    private final FrameSink sink;
    private final Consumer<JavacvSession> whenClosed;
    private final Duration closeTime;
    private final FrameNumbers numbers = new FrameNumbers();
    private final Object lock = new Object();
    private Interruption interruption = new Interruption();
    private Optional<FrameSource> waiting = Optional.empty();
    /** The latest; kept when it is cancelled, since it may still be closing its input. */
    private Optional<Capture> capture = Optional.empty();

    private boolean closed;
    private volatile List<VideoMode> modes = List.of();

    /**
     * A session that is still to be opened.
     *
     * @param plan the camera
     * @param sources opens its input
     * @param sink where frames go
     * @param whenClosed told once, when the session is closed
     */
    JavacvSession(CameraPlan plan, FrameSources sources, FrameSink sink, Consumer<JavacvSession> whenClosed) {
        this(plan, sources, sink, whenClosed, CLOSE_TIME);
    }

    /** A session with another time that closing waits. */
    JavacvSession(
            CameraPlan plan,
            FrameSources sources,
            FrameSink sink,
            Consumer<JavacvSession> whenClosed,
            Duration closeTime) {
        this.plan = plan;
        this.sources = sources;
        this.sink = sink;
        this.whenClosed = whenClosed;
        this.closeTime = closeTime;
    }

    /** Opens the input, and learns its mode. Ends when the session is closed or the thread is interrupted. */
    void open() throws CameraException {
        Interruption mine = new Interruption();
        synchronized (lock) {
            requireOpen();
            interruption = mine;
        }
        FrameSource source = sources.open(plan, mine);
        synchronized (lock) {
            if (!closed) {
                waiting = Optional.of(source);
                modes = List.of(source.mode());
                return;
            }
        }
        source.close();
        throw lost();
    }

    @Override
    public List<VideoMode> modes() {
        return modes;
    }

    @Override
    public MediaTrackCapabilities controls() {
        return MediaTrackCapabilities.empty();
    }

    @Override
    public MediaTrackSettings settings() throws CameraException {
        synchronized (lock) {
            requireOpen();
        }
        return MediaTrackSettings.empty();
    }

    @Override
    public MediaTrackSettings apply(MediaTrackSettings wanted) throws CameraException {
        return settings();
    }

    @Override
    public void start(VideoMode mode) throws CameraException {
        boolean again;
        synchronized (lock) {
            requireOpen();
            if (capture.isPresent() && !capture.get().isCancelled()) {
                throw new CameraException(Reason.FAILED, plan.url().address() + ": is started already");
            }
            again = waiting.isEmpty();
        }
        if (!modes.contains(mode)) {
            throw new CameraException(Reason.FAILED, plan.url().address() + ": has no mode " + mode + ", but " + modes);
        }
        if (again) {
            awaitGone();
            open();
        }
        if (!modes.contains(mode)) {
            sink.modeChanged(modes.get(0));
        }
        synchronized (lock) {
            requireOpen();
            Capture started = new Capture(plan, waiting.orElseThrow(this::lost), interruption, numbers, sink);
            waiting = Optional.empty();
            capture = Optional.of(started);
            started.start();
        }
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
        Optional<FrameSource> unused;
        synchronized (lock) {
            unused = waiting;
            waiting = Optional.empty();
        }
        unused.ifPresent(FrameSource::close);
        awaitGone();
        whenClosed.accept(this);
    }

    /**
     * Waits a little for the capture that was cancelled, so that the device is free, and the bundle not gone before the
     * thread that runs its classes; never for the thread that calls.
     */
    private void awaitGone() {
        Optional<Capture> cancelled;
        synchronized (lock) {
            cancelled = capture;
        }
        try {
            if (cancelled.isPresent() && !cancelled.get().isCurrentThread()) {
                cancelled.get().awaitGone(closeTime);
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
