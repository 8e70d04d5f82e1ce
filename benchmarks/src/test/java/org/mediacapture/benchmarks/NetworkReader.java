// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.Map;
import java.util.function.Consumer;
import org.mediacapture.benchmarks.footage.BlockNumbers;
import org.mediacapture.benchmarks.network.Arrivals;
import org.mediacapture.benchmarks.network.CameraServer;
import org.mediacapture.benchmarks.network.FrameReader;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;

/**
 * A consumer of a network camera, through provider and core, that gets the latest frame on a thread other than the capture thread.
 * Confined to the thread that measures, but for the frames.
 */
final class NetworkReader implements FrameReader {
    private static final String NAME = "network";

    private final ConfiguredCamera camera;
    private final MediaStreamTrack track;
    private final FrameSubscription frames;

    private NetworkReader(ConfiguredCamera camera, MediaStreamTrack track, FrameSubscription frames) {
        this.camera = camera;
        this.track = track;
        this.frames = frames;
    }

    /** Reads the pixels of a camera whose pictures the core decodes. */
    static FrameReader.Opener pixels(MockFramework framework) {
        return (url, arrivals) -> open(framework, "javacv", url, new Counted(arrivals, true));
    }

    /** Reads the compressed pictures. */
    static FrameReader.Opener compressed(MockFramework framework) {
        return (url, arrivals) -> open(framework, "javacv", url, new Counted(arrivals, false));
    }

    /** Reads the pictures that the provider made of webcam-capture has decoded: only the number of a frame tells which one it is. */
    static FrameReader.Opener webcam(MockFramework framework) {
        return (url, arrivals) -> open(framework, "webcam", url, frame -> {
            try (frame) {
                arrivals.arrived((int) frame.sequence(), BlockNumbers.of(frame));
            } catch (RuntimeException failed) {
                arrivals.failed(failed);
            }
        });
    }

    private static NetworkReader open(
            MockFramework framework, String provider, String url, Consumer<VideoFrame> consumer) throws Exception {
        ConfiguredCamera camera = ConfiguredCamera.offer(framework, NAME, Map.of("url", url, "providers", provider));
        MediaStreamTrack track = camera.open();
        return new NetworkReader(camera, track, track.frames(FrameOptions.latest(), consumer));
    }

    @Override
    public void close() throws Exception {
        frames.close();
        track.stop();
        camera.close();
    }

    /**
     * Looks at the pictures that carry which one they are, which is the number of the frame if those in between were counted. Called by
     * one thread at a time.
     */
    private static final class Counted implements Consumer<VideoFrame> {
        private final Arrivals arrivals;
        private final boolean decodes;

        Counted(Arrivals arrivals, boolean decodes) {
            this.arrivals = arrivals;
            this.decodes = decodes;
        }

        @Override
        public void accept(VideoFrame frame) {
            try (frame) {
                int index = CameraServer.index(frame.plane(0));
                if (index != frame.sequence()) {
                    throw new IllegalStateException("picture " + index + " came as frame " + frame.sequence());
                }
                look(frame, index);
            } catch (RuntimeException failed) {
                arrivals.failed(failed);
            }
        }

        private void look(VideoFrame frame, int index) {
            if (!decodes && arrivals.count() > 0) {
                arrivals.arrived(index);
                return;
            }
            // Of compressed pictures the first is decoded, to see that it is the right one.
            try (VideoFrame pixels = frame.pixels()) {
                arrivals.arrived(index, BlockNumbers.of(pixels));
            }
        }
    }
}
