// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/**
 * A camera whose pictures are taken at the moment in which it hands them over: what a subscriber adds to their time is the core's.
 * The first byte of a picture tells its session. Thread-safe.
 */
final class StampedCamera implements CameraDevice {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final long INTERVAL_MICROSECONDS = 16_667;
    private static final VideoMode MODE = new VideoMode(WIDTH, HEIGHT, 60, PixelFormat.I420);

    private final AtomicInteger sessions;
    private final boolean exclusive;
    private volatile long opened;

    /**
     * Makes a camera.
     *
     * @param sessions counts the sessions of all cameras of one measurement
     * @param exclusive whether it says that it can be opened once only
     */
    StampedCamera(AtomicInteger sessions, boolean exclusive) {
        this.sessions = sessions;
        this.exclusive = exclusive;
    }

    /** When it was last asked to open, in nanoseconds of the JVM's clock. */
    long opened() {
        return opened;
    }

    @Override
    public List<VideoMode> modes() {
        return List.of(MODE);
    }

    @Override
    public boolean exclusive() {
        return exclusive;
    }

    @Override
    public CameraSession open(FrameSink sink) {
        opened = System.nanoTime();
        return new Session(sink, picture((byte) sessions.getAndIncrement()));
    }

    private static FrameData picture(byte session) {
        List<Plane> planes = new ArrayList<>();
        for (int width : new int[] {WIDTH, WIDTH / 2, WIDTH / 2}) {
            ByteBuffer bytes = ByteBuffer.allocateDirect(width * HEIGHT);
            bytes.put(0, session);
            planes.add(new Plane(bytes, width, 1));
        }
        return FrameData.of(PixelFormat.I420, planes, WIDTH, HEIGHT, ColorSpace.JPEG);
    }

    /** Confined to the camera's control queue, but for close, and for the frames, which come on its own thread. */
    private static final class Session implements CameraSession {
        private final FrameSink sink;
        private final FrameData picture;
        private final ScheduledExecutorService capture = Executors.newSingleThreadScheduledExecutor();
        private long sequence; // on the capture thread

        Session(FrameSink sink, FrameData picture) {
            this.sink = sink;
            this.picture = picture;
        }

        @Override
        public List<VideoMode> modes() {
            return List.of(MODE);
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
        public void start(VideoMode mode) {
            capture.scheduleAtFixedRate(this::deliver, 0, INTERVAL_MICROSECONDS, TimeUnit.MICROSECONDS);
        }

        @Override
        public void stop() {
            close(); // the core starts no session of the measurement again
        }

        @Override
        public void close() {
            capture.shutdown();
        }

        private void deliver() {
            sink.frame(picture, sequence++, System.nanoTime(), () -> {});
        }
    }
}
