// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/** A camera. Thread-safe. What it can do is learned when it is opened, if it is not known before. */
final class JavacvDevice implements CameraDevice, AutoCloseable {
    private final CameraPlan plan;
    private final CompletableFuture<CameraInput.Opener> opener;
    private final CompletableFuture<CameraInput.Opener> ended = new CompletableFuture<>();
    private final Set<JavacvSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile Known known;
    private volatile boolean closed;

    /** A camera that can be opened at once. */
    JavacvDevice(CameraPlan plan, Known known, CameraInput.Opener opener) {
        this(plan, known, CompletableFuture.completedFuture(opener));
    }

    /**
     * A camera that can be opened later; opening waits for that.
     *
     * @param plan what is configured
     * @param known what is known of it before it is opened
     * @param opener opens it
     */
    JavacvDevice(CameraPlan plan, Known known, CompletableFuture<CameraInput.Opener> opener) {
        this.plan = plan;
        this.known = known;
        this.opener = opener;
    }

    @Override
    public List<VideoMode> modes() {
        return known.modes();
    }

    @Override
    public MediaTrackCapabilities controls() {
        return known.controls();
    }

    @Override
    public Optional<String> group() {
        return known.group();
    }

    @Override
    public boolean exclusive() {
        return known.exclusive();
    }

    @Override
    public CameraSession open(FrameSink sink) throws CameraException {
        JavacvSession session = new JavacvSession(plan, opener(), sink, sessions::remove);
        sessions.add(session);
        try {
            if (closed) {
                throw new CameraException(Reason.LOST, plan.url().address() + ": the provider is stopping");
            }
            session.open();
        } catch (CameraException | RuntimeException e) {
            session.close();
            throw e;
        }
        known = known.with(session.modes(), session.controls());
        return session;
    }

    private CameraInput.Opener opener() throws CameraException {
        try {
            return (CameraInput.Opener) CompletableFuture.anyOf(opener, ended)
                    .get(plan.openDeadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CameraException(Reason.LOST, plan.url().address() + ": interrupted", e);
        } catch (ExecutionException | CancellationException e) {
            String what = closed ? ": the provider is stopping" : ": FFmpeg cannot be loaded";
            throw new CameraException(
                    closed ? Reason.LOST : Reason.FAILED, plan.url().address() + what, e);
        } catch (TimeoutException e) {
            String time = plan.openDeadline().toMillis() + " ms";
            throw new CameraException(
                    Reason.FAILED, plan.url().address() + ": FFmpeg was not loaded within " + time, e);
        }
    }

    /** Tells that the device was pulled out, for the sessions that have not noticed it yet. */
    void pulled() {
        sessions.forEach(JavacvSession::pulled);
    }

    /** Has all sessions end, also those that are being opened, without waiting for them. */
    void cancel() {
        closed = true;
        ended.cancel(false);
        sessions.forEach(JavacvSession::cancel);
    }

    /** Closes all sessions. Waits for each no longer than closing it takes. */
    @Override
    public void close() {
        cancel();
        sessions.forEach(JavacvSession::close);
    }

    /**
     * What is known of a camera before it is opened. Immutable.
     *
     * @param modes its modes; empty if they are not known
     * @param controls what can be steered
     * @param group the physical device
     * @param exclusive whether it can be opened only once at a time
     */
    record Known(List<VideoMode> modes, MediaTrackCapabilities controls, Optional<String> group, boolean exclusive) {
        /** Nothing is known of a camera that can be opened as often as one likes. */
        static final Known NOTHING = new Known(List.of(), MediaTrackCapabilities.empty(), Optional.empty(), false);

        /** Nothing is known of a device, but that it has one stream. */
        static final Known DEVICE = new Known(List.of(), MediaTrackCapabilities.empty(), Optional.empty(), true);

        private Known with(List<VideoMode> newModes, MediaTrackCapabilities newControls) {
            return new Known(newModes, newControls, group, exclusive);
        }
    }
}
