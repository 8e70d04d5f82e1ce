// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/**
 * A camera that lends one picture again and again, on a thread of its own, and does nothing else: what a profile shows is the
 * framework's. The next frame comes at a fixed rate, or as soon as the last one was given back. Immutable.
 */
final class ProfiledCamera implements CameraDevice {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final FrameData picture;
    private final VideoMode mode;
    private final boolean paced;

    /**
     * Makes a camera.
     *
     * @param framesPerSecond as its mode says
     * @param paced whether the next frame waits until it is due; else until the last one was given back
     */
    ProfiledCamera(FrameData picture, int framesPerSecond, boolean paced) {
        this.picture = picture;
        this.paced = paced;
        this.mode = new VideoMode(picture.codedWidth(), picture.codedHeight(), framesPerSecond, picture.format());
    }

    @Override
    public List<VideoMode> modes() {
        return List.of(mode);
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public CameraSession open(FrameSink sink) {
        return new Session(sink);
    }

    /** Confined to the camera's control queue, but for close, and for the frames, which come on its own thread. */
    private final class Session implements CameraSession {
        private final FrameSink sink;
        private final Runnable release = this::returned;
        private volatile boolean running;
        private volatile boolean lent;
        private volatile Thread capture;

        Session(FrameSink sink) {
            this.sink = sink;
        }

        @Override
        public List<VideoMode> modes() {
            return List.of(mode);
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
            running = true;
            Thread thread = new Thread(this::deliver, "camera");
            thread.setDaemon(true);
            capture = thread;
            thread.start();
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public void close() {
            running = false;
        }

        private void deliver() {
            long interval = (long) (NANOS_PER_SECOND / mode.frameRate());
            long next = System.nanoTime();
            for (long sequence = 0; running; sequence++) {
                while (running && (paced ? next > System.nanoTime() : lent)) {
                    LockSupport.parkNanos(paced ? next - System.nanoTime() : NANOS_PER_SECOND);
                }
                next += interval;
                lent = true;
                sink.frame(picture, sequence, System.nanoTime(), release);
            }
        }

        private void returned() {
            lent = false;
            if (!paced) {
                LockSupport.unpark(capture);
            }
        }
    }
}
