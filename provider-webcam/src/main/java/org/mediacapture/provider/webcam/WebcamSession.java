// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/**
 * One open camera. Confined to the camera's control queue, but for {@link #close()} and {@link #cancel()}, which may come from
 * any thread. Each stream has a capture of its own; stopping ends it, so that a new start never shows what was buffered before.
 * Opening begins the first one, which waits for the start.
 */
final class WebcamSession implements CameraSession {
    /** Longer than a socket takes to close, shorter than the core waits. */
    private static final Duration CLOSE_TIME = Duration.ofMillis(400);

    private static final Duration STOP_TIME = Duration.ofSeconds(2);

    private final Target target;
    private final SourceChoice sources;
    private final FrameSink sink;
    private final Consumer<WebcamSession> whenClosed;
    private final Duration closeTime;
    private final FrameNumbers numbers = new FrameNumbers();
    private final Object lock = new Object();
    /** The latest; kept when it is cancelled, since it may still be closing its input. */
    private Optional<Capture> capture = Optional.empty();

    private boolean streaming;
    private boolean closed;
    private volatile VideoMode current;
    private volatile List<VideoMode> modes;

    /** Which input is opened for a mode. */
    interface SourceChoice {
        /** The way to open the camera in a mode that it is said to have; in its default mode if none is named. */
        FrameSource.Opener in(Optional<VideoMode> mode);
    }

    /**
     * A session that is still to be opened.
     *
     * @param target the camera
     * @param sources opens its input
     * @param sink where frames go
     * @param whenClosed told when the session is closed
     */
    WebcamSession(Target target, SourceChoice sources, FrameSink sink, Consumer<WebcamSession> whenClosed) {
        this(target, sources, sink, whenClosed, CLOSE_TIME);
    }

    /** A session with another time that closing waits. */
    WebcamSession(
            Target target,
            SourceChoice sources,
            FrameSink sink,
            Consumer<WebcamSession> whenClosed,
            Duration closeTime) {
        this.target = target;
        this.sources = sources;
        this.sink = sink;
        this.whenClosed = whenClosed;
        this.closeTime = closeTime;
        this.modes = target.modes();
    }

    /** Opens the input, and learns its mode. Ends when the session is closed or the thread is interrupted. */
    void open() throws CameraException {
        open(target.modes().stream().findFirst());
    }

    private void open(Optional<VideoMode> wanted) throws CameraException {
        Capture begun = new Capture(target, sources.in(wanted), numbers, sink);
        synchronized (lock) {
            requireOpen();
            capture = Optional.of(begun);
            streaming = false;
        }
        VideoMode actual = begun.open();
        current = wanted.orElse(actual);
        modes = target.modes().isEmpty() ? List.of(actual) : modes;
        if (!actual.equals(current)) {
            // The natives take the nearest size that the camera has, and a server may have another picture by now.
            sink.modeChanged(actual);
        }
    }

    @Override
    public List<VideoMode> modes() {
        return modes;
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
        Optional<Capture> waiting;
        synchronized (lock) {
            requireOpen();
            if (streaming) {
                throw new IllegalStateException(target.address() + ": is started already");
            }
            waiting = capture;
        }
        if (!modes.contains(mode)) {
            throw new IllegalArgumentException(target.address() + ": has no mode " + mode + ", but " + modes);
        }
        if (waiting.isEmpty() || waiting.get().isCancelled() || !mode.equals(current)) {
            endCapture();
            awaitGone();
            open(Optional.of(mode));
        }
        synchronized (lock) {
            requireOpen();
            streaming = true;
            capture.orElseThrow(this::lost).start();
        }
    }

    @Override
    public void stop() throws CameraException {
        synchronized (lock) {
            requireOpen();
            if (!streaming) {
                return;
            }
        }
        endCapture();
    }

    private void endCapture() throws CameraException {
        Optional<Capture> running;
        synchronized (lock) {
            running = capture;
            streaming = false;
        }
        if (running.isPresent()) {
            running.get().cancel();
            awaitQuiet(running.get());
        }
    }

    private void awaitQuiet(Capture running) throws CameraException {
        if (running.isCurrentThread()) {
            return;
        }
        try {
            // A device must be free again before it can be opened in another mode.
            boolean enough = target.exclusive() ? running.awaitGone(STOP_TIME) : running.awaitQuiet(STOP_TIME);
            if (!enough) {
                throw target.failed("did not stop within " + STOP_TIME.toMillis() + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw target.lost("interrupted");
        }
    }

    /** Has everything end that this session does, without waiting for it. */
    void cancel() {
        synchronized (lock) {
            closed = true;
            capture.ifPresent(Capture::cancel);
        }
    }

    @Override
    public void close() {
        cancel();
        awaitGone();
        whenClosed.accept(this);
    }

    /**
     * Waits a little, so that the device is free, and the bundle not gone before the thread that runs its classes; never for the
     * thread that calls.
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
        return target.lost("the session is closed");
    }
}
