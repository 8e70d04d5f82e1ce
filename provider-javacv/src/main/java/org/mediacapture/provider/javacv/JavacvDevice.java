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

/** A configured camera. Thread-safe. Its mode is learned when it is first opened. */
final class JavacvDevice implements CameraDevice, AutoCloseable {
    private final CameraPlan plan;
    private final CompletableFuture<FrameSources> sources;
    private final CompletableFuture<FrameSources> ended = new CompletableFuture<>();
    private final Set<JavacvSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile List<VideoMode> modes = List.of();
    private volatile boolean closed;

    /** A camera whose natives are loaded. */
    JavacvDevice(CameraPlan plan, FrameSources sources) {
        this(plan, CompletableFuture.completedFuture(sources));
    }

    /** A camera whose natives are being loaded; opening waits for them. */
    JavacvDevice(CameraPlan plan, CompletableFuture<FrameSources> sources) {
        this.plan = plan;
        this.sources = sources;
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
    public Optional<String> group() {
        return Optional.empty();
    }

    @Override
    public boolean exclusive() {
        return Scheme.of(plan.url()) == Scheme.V4L2;
    }

    @Override
    public CameraSession open(FrameSink sink) throws CameraException {
        JavacvSession session = new JavacvSession(plan, loaded(), sink, sessions::remove);
        sessions.add(session);
        try {
            if (closed) {
                throw new CameraException(Reason.LOST, plan.url().address() + ": the provider is stopping");
            }
            session.open();
        } catch (CameraException e) {
            session.close();
            throw e;
        }
        modes = session.modes();
        return session;
    }

    private FrameSources loaded() throws CameraException {
        try {
            return (FrameSources) CompletableFuture.anyOf(sources, ended)
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
}
