// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;
import org.osgi.framework.ServiceRegistration;

/**
 * A camera that delivers when it is told to, on the thread that tells it: this is its capture thread, and whatever the thread takes
 * beyond the call is the framework's. Confined to the camera's control queue, but for the frames, which one thread pushes.
 */
final class PushCamera implements CameraDevice, CameraSession {
    /** Its short name. */
    static final String NAME = "pushed";

    private static final Runnable NOTHING = () -> {};

    private final VideoMode mode;
    private volatile FrameSink sink;
    private long sequence; // on the thread that pushes

    PushCamera(VideoMode mode) {
        this.mode = mode;
    }

    /** Offers it, until the registration is taken back. */
    ServiceRegistration<CameraDevice> offer(MockFramework framework) {
        Map<String, Object> properties = Map.of(
                CameraProperties.ADDRESS,
                NAME + ":",
                CameraProperties.NAME,
                NAME,
                CameraProperties.LABEL,
                NAME,
                CameraProperties.PROVIDER,
                NAME);
        return framework.context().registerService(CameraDevice.class, this, new Hashtable<>(properties));
    }

    /** Delivers a picture as taken now. */
    void push(FrameData picture) {
        sink.frame(picture, sequence++, System.nanoTime(), NOTHING);
    }

    @Override
    public List<VideoMode> modes() {
        return List.of(mode);
    }

    @Override
    public MediaTrackCapabilities controls() {
        return MediaTrackCapabilities.empty();
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public CameraSession open(FrameSink frames) {
        sink = frames;
        return this;
    }

    @Override
    public MediaTrackSettings settings() {
        return MediaTrackSettings.empty();
    }

    @Override
    public MediaTrackSettings apply(MediaTrackSettings wanted) {
        return settings();
    }

    @Override
    public void start(VideoMode wanted) {
        // it waits to be pushed
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
