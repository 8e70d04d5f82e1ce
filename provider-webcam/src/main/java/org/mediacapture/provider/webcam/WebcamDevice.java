// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/** A camera, local or in the network. Thread-safe. */
final class WebcamDevice implements CameraDevice, AutoCloseable {
    private final Target target;
    private final WebcamSession.SourceChoice sources;
    private final Set<WebcamSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile List<VideoMode> modes;
    private volatile boolean closed;

    WebcamDevice(Target target, WebcamSession.SourceChoice sources) {
        this.target = target;
        this.sources = sources;
        this.modes = target.modes();
    }

    @Override
    public List<VideoMode> modes() {
        return modes;
    }

    @Override
    public boolean exclusive() {
        return target.exclusive();
    }

    @Override
    public CameraSession open(FrameSink sink) throws CameraException {
        WebcamSession session = new WebcamSession(target, sources, sink, sessions::remove);
        boolean busy;
        synchronized (sessions) {
            busy = target.exclusive() && !sessions.isEmpty();
            sessions.add(session);
        }
        try {
            if (closed) {
                throw target.lost("the provider is stopping");
            }
            if (busy) {
                throw new CameraException(Reason.BUSY, target.address() + ": is open already");
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
        sessions.forEach(WebcamSession::cancel);
    }

    /** Closes all sessions. Waits for each no longer than closing it takes. */
    @Override
    public void close() {
        cancel();
        sessions.forEach(WebcamSession::close);
    }
}
