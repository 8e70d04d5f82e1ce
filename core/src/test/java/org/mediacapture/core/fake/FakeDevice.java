// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/** A strict camera with faults as switches. */
public final class FakeDevice implements CameraDevice {
    /** The mode that is chosen where nothing is asked. */
    public static final VideoMode VGA = new VideoMode(640, 480, 30, PixelFormat.MJPEG);

    /** A larger mode. */
    public static final VideoMode HD = new VideoMode(1280, 720, 30, PixelFormat.MJPEG);

    /** Zoom, which every fake camera has. */
    public static final MediaTrackCapabilities ZOOM = MediaTrackCapabilities.builder()
            .with(ConstrainableProperty.ZOOM, new MediaSettingsRange(1, 10, 0.5))
            .build();

    /** Where {@link #open} gets stuck. */
    public final Gate opening = new Gate();

    /** Where {@link CameraSession#start} gets stuck. */
    public final Gate starting = new Gate();

    /** Where {@link CameraSession#apply} gets stuck. */
    public final Gate applying = new Gate();

    /** Where {@link CameraSession#close} gets stuck. */
    public final Gate closing = new Gate();

    /** Where a photo of the camera's own gets stuck. */
    public final Gate photographing = new Gate();

    /** What it reports while it is opened. */
    public Consumer<FrameSink> whileOpening = sink -> {};

    /** Is behind the address of another, which was there before. */
    public boolean replaced;

    /** Fails {@link #open}. */
    public Optional<CameraException> openFailure = Optional.empty();

    /** Fails {@link CameraSession#start} in this mode. */
    public Optional<VideoMode> brokenMode = Optional.empty();

    /** What sessions say of the mode for photos. */
    public Optional<VideoMode> photoMode = Optional.empty();

    /** Fails {@link CameraSession#apply}. */
    public Optional<CameraException> applyFailure = Optional.empty();

    /** Delivers the first frame before {@link CameraSession#start} returns. */
    public boolean eager;

    /** Can be opened only once. */
    public boolean exclusive = true;

    /** The time of its first frame, in nanoseconds. */
    public long firstTime;

    /** Takes photos by itself. */
    public boolean still;

    /** The modes. */
    public List<VideoMode> modes = List.of(VGA, HD);

    /** The controls. */
    public MediaTrackCapabilities controls = ZOOM;

    /** The values that the controls have when the camera is opened. */
    public MediaTrackSettings values =
            MediaTrackSettings.builder().with(ConstrainableProperty.ZOOM, 1.0).build();

    /** How often it was asked to open, in vain or not. */
    public int openings;

    private final List<FakeSession> sessions = new ArrayList<>();

    @Override
    public List<VideoMode> modes() {
        return modes;
    }

    @Override
    public MediaTrackCapabilities controls() {
        return controls;
    }

    @Override
    public boolean exclusive() {
        return exclusive;
    }

    @Override
    public CameraSession open(FrameSink sink) throws CameraException {
        openings++;
        FakeSession.pass(opening);
        whileOpening.accept(sink);
        if (openFailure.isPresent()) {
            throw openFailure.get();
        }
        if (exclusive && sessions.stream().anyMatch(FakeSession::isOpen)) {
            throw new CameraException(CameraException.Reason.BUSY, "fake: already open");
        }
        FakeSession session = new FakeSession(this, sink);
        sessions.add(session);
        return session;
    }

    /** The session that was opened last. */
    public FakeSession session() {
        return sessions.get(sessions.size() - 1);
    }

    /** All sessions, the first one first. */
    public List<FakeSession> sessions() {
        return sessions;
    }
}
