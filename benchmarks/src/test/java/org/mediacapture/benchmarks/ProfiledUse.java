// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.mediacapture.frame.FrameData;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.framework.ServiceRegistration;

/** What an application does all the time while it is profiled. */
enum ProfiledUse {
    /** Frames are delivered. */
    FRAMES("frames", "A frame on its way to a consumer", 0, false) {
        @Override
        long repeat(MediaStreamTrack track, ImageCapture capture, long deadline) throws Exception {
            try (FrameSubscription subscription = track.frames(FrameOptions.latest(), frame -> frame.close())) {
                while (System.nanoTime() < deadline) {
                    LockSupport.parkNanos(deadline - System.nanoTime());
                }
                return subscription.delivered();
            }
        }
    },
    /** Photos are encoded. */
    ENCODED("photo-encoded", "A photo, encoded from a raw frame", 2000, false) {
        @Override
        long repeat(MediaStreamTrack track, ImageCapture capture, long deadline) throws Exception {
            return photos(capture, deadline);
        }
    },
    /** Photos are the frames of the camera. */
    PASSED("photo-passed", "A photo, as the camera compressed it", 2000, true) {
        @Override
        long repeat(MediaStreamTrack track, ImageCapture capture, long deadline) throws Exception {
            return photos(capture, deadline);
        }
    },
    /** Frames are grabbed and looked at. */
    GRABBED("grabbed", "A grabbed frame, as ARGB", 2000, false) {
        @Override
        long repeat(MediaStreamTrack track, ImageCapture capture, long deadline) throws Exception {
            long count = 0;
            for (; System.nanoTime() < deadline; count++) {
                try (var bitmap = capture.grabFrame().getValue()) {
                    bitmap.toBufferedImage();
                }
            }
            return count;
        }
    };

    private static final int ENDLESS_RATE = 1_000_000;

    private final String id;
    private final String title;
    private final int framesPerSecond; // 0: the next one when the last was given back
    private final boolean compressed;

    ProfiledUse(String id, String title, int framesPerSecond, boolean compressed) {
        this.id = id;
        this.title = title;
        this.framesPerSecond = framesPerSecond;
        this.compressed = compressed;
    }

    /** Its name in files. */
    String id() {
        return id;
    }

    /** What one of its operations is. */
    String title() {
        return title;
    }

    /** When its camera sends frames. */
    String rhythm() {
        return framesPerSecond == 0
                ? "The camera sends the next frame when the last one was given back."
                : "The camera sends " + framesPerSecond + " frames a second.";
    }

    /** Does the operation again and again until the deadline, and tells how often. */
    abstract long repeat(MediaStreamTrack track, ImageCapture capture, long deadline) throws Exception;

    /**
     * Warms up, and then measures.
     *
     * @param seconds how long each of both takes
     */
    Profile measure(MockFramework framework, int seconds) throws Exception {
        FrameData picture = compressed ? ProfiledPicture.compressed() : ProfiledPicture.raw();
        int rate = framesPerSecond == 0 ? ENDLESS_RATE : framesPerSecond;
        ServiceRegistration<?> service = register(framework, new ProfiledCamera(picture, rate, framesPerSecond > 0));
        try {
            framework.awaitCameras(
                    seen -> seen.stream().anyMatch(camera -> camera.name().equals(id)));
            MediaStreamTrack track = framework
                    .devices()
                    .getUserMedia(Map.of("video", Map.of("frameRate", Map.of("exact", rate))))
                    .getValue()
                    .getVideoTracks()
                    .get(0);
            ImageCapture capture = framework.service(ImageCaptureFactory.class).create(track);
            repeat(track, capture, deadline(seconds));
            try (ProfileRecording recording = new ProfileRecording()) {
                long count = repeat(track, capture, deadline(seconds));
                return recording.end(this, count);
            } finally {
                track.stop();
            }
        } finally {
            service.unregister();
            framework.awaitCameras(
                    seen -> seen.stream().noneMatch(camera -> camera.name().equals(id)));
        }
    }

    private ServiceRegistration<?> register(MockFramework framework, CameraDevice camera) {
        Map<String, Object> properties = Map.of(
                CameraProperties.ADDRESS,
                "benchmark:" + id,
                CameraProperties.NAME,
                id,
                CameraProperties.LABEL,
                id,
                CameraProperties.PROVIDER,
                "benchmark");
        return framework.context().registerService(CameraDevice.class, camera, new Hashtable<>(properties));
    }

    private static long photos(ImageCapture capture, long deadline) throws Exception {
        long count = 0;
        for (; System.nanoTime() < deadline; count++) {
            capture.takePhoto().getValue();
        }
        return count;
    }

    private static long deadline(int seconds) {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }
}
