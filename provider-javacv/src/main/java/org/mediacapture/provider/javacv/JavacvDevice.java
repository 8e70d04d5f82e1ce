// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final FrameSources sources;
    private final Set<JavacvSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile List<VideoMode> modes = List.of();
    private volatile boolean closed;

    JavacvDevice(CameraPlan plan, FrameSources sources) {
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
        JavacvSession session = new JavacvSession(plan, sources, sink, sessions::remove);
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

    /** Has all sessions end, also those that are being opened, without waiting for them. */
    void cancel() {
        closed = true;
        sessions.forEach(JavacvSession::cancel);
    }

    /** Closes all sessions. Waits for each no longer than closing it takes. */
    @Override
    public void close() {
        cancel();
        sessions.forEach(JavacvSession::close);
    }
}
