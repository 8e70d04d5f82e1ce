// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.List;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/** A camera with the mock camera's usual modes and a zoom, which does at once what it is asked, and delivers nothing. Confined to one thread. */
final class InstantCamera implements CameraDevice, CameraSession {
    private static final List<VideoMode> MODES = List.of(
            new VideoMode(640, 480, 30, PixelFormat.I420),
            new VideoMode(1280, 720, 30, PixelFormat.I420),
            new VideoMode(1920, 1080, 30, PixelFormat.I420));
    private static final MediaTrackCapabilities CONTROLS = MediaTrackCapabilities.builder()
            .with(ConstrainableProperty.ZOOM, new MediaSettingsRange(1, 4, 1))
            .build();

    private MediaTrackSettings settings =
            MediaTrackSettings.builder().with(ConstrainableProperty.ZOOM, 1.0).build();

    @Override
    public List<VideoMode> modes() {
        return MODES;
    }

    @Override
    public MediaTrackCapabilities controls() {
        return CONTROLS;
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public CameraSession open(FrameSink sink) {
        return this;
    }

    @Override
    public MediaTrackSettings settings() {
        return settings;
    }

    @Override
    public MediaTrackSettings apply(MediaTrackSettings wanted) {
        settings = settings.with(wanted);
        return settings;
    }

    @Override
    public void start(VideoMode mode) {
        // it has nothing to show
    }

    @Override
    public void stop() {
        // as it was
    }

    @Override
    public void close() {
        // as it was
    }
}
