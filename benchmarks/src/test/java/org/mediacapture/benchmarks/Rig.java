// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.frame.FrameData;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A track of a camera that is pushed, in a framework that waits for it as long as it takes. Confined to one thread. */
final class Rig implements AutoCloseable {
    private static final double RATE = 60;
    private static final long LONG = TimeUnit.HOURS.toMillis(1);

    private final MockFramework framework;
    private final PushCamera camera;
    private final ServiceRegistration<CameraDevice> offer;
    private final MediaStreamTrack track;

    private Rig(
            MockFramework framework,
            PushCamera camera,
            ServiceRegistration<CameraDevice> offer,
            MediaStreamTrack track) {
        this.framework = framework;
        this.camera = camera;
        this.offer = offer;
        this.track = track;
    }

    /** Opens a camera that delivers pictures like this one. */
    static Rig open(MockFramework framework, FrameData picture) throws Exception {
        framework
                .service(ConfigurationAdmin.class)
                .getConfiguration("org.mediacapture.core", "?")
                .update(new Hashtable<>(Map.of("deadline.stall", LONG, "deadline.first_frame", LONG)));
        PushCamera camera =
                new PushCamera(new VideoMode(picture.codedWidth(), picture.codedHeight(), RATE, picture.format()));
        ServiceRegistration<CameraDevice> offer = camera.offer(framework);
        framework.awaitCameras(seen -> seen.stream().anyMatch(Rig::isPushed));
        CameraStatus status = framework.service(CameraAdmin.class).cameras().stream()
                .filter(Rig::isPushed)
                .findFirst()
                .orElseThrow();
        MediaStreamTrack track = framework
                .devices()
                .getUserMedia(Map.of("video", Map.of("deviceId", Map.of("exact", status.deviceId()))))
                .getValue()
                .getVideoTracks()
                .get(0);
        return new Rig(framework, camera, offer, track);
    }

    /** Delivers a picture, on this thread. */
    void push(FrameData picture) {
        camera.push(picture);
    }

    MediaStreamTrack track() {
        return track;
    }

    /** Waits until the camera has done what it was asked to do before, as to let clones in. */
    void settle() throws Exception {
        capture().getPhotoCapabilities().getValue();
    }

    ImageCapture capture() throws InterruptedException {
        return framework.service(ImageCaptureFactory.class).create(track);
    }

    @Override
    public void close() throws InterruptedException {
        track.stop();
        offer.unregister();
        framework.awaitCameras(seen -> seen.stream().noneMatch(Rig::isPushed));
    }

    private static boolean isPushed(CameraStatus camera) {
        return camera.name().equals(PushCamera.NAME);
    }
}
