// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.frame.Blob;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;

/**
 * What tests of faults share: a camera that goes wrong, and a bystander of another driver, whose track must not notice. After each
 * test a new track of the camera takes a photo.
 */
abstract class FaultTest {
    final LabFramework framework;
    final CameraLab lab;
    final LabReport report;
    final Cameras cameras;
    private final String driver;
    private final String otherDriver;
    private TrackLog undisturbed;

    FaultTest(LabFramework framework, CameraLab lab, LabReport report, String driver, String otherDriver) {
        this.framework = framework;
        this.lab = lab;
        this.report = report;
        this.cameras = new Cameras(framework);
        this.driver = driver;
        this.otherDriver = otherDriver;
    }

    @BeforeEach
    void openBystander() throws Exception {
        framework.lookByWebcam(false); // it has no larger size and no controls, and may be the faster on a slow machine
        String bystander = lab.camera(otherDriver).address();
        framework.awaitGone("webcam", camera().address());
        framework.device("javacv", bystander);
        framework.device("javacv", camera().address());
        undisturbed = new TrackLog(cameras.open(bystander, Map.of("frameRate", 5)));
        undisturbed.awaitFrames();
    }

    @AfterEach
    void theNextPhotoWorksAndTheBystanderNoticedNothing() throws Exception {
        try {
            requirePhoto(cameras.open(camera().address()));
            undisturbed.awaitFrames();
            assertThat(undisturbed.events()).isEmpty();
        } finally {
            cameras.close();
            framework.configureCore(Map.of());
            framework.lookByWebcam(true);
        }
        lab.awaitNothingOpen();
    }

    /** The camera where it is now: a node that somebody still has open is not used again. */
    VideoNode camera() {
        return lab.camera(driver);
    }

    /** A track of the camera, delivering. */
    TrackLog open() throws Exception {
        TrackLog log = new TrackLog(cameras.open(camera().address(), Map.of("width", 640, "height", 480)));
        log.awaitFrames();
        return log;
    }

    /** A photo of the track is a whole picture. */
    Blob requirePhoto(MediaStreamTrack track) throws Exception {
        Blob photo = Promises.value(framework
                .service(ImageCaptureFactory.class)
                .create(track)
                .takePhoto(PhotoSettings.ofSize(640, 480))); // the largest takes an emulated machine ten seconds
        assertThat(ImageIO.read(new ByteArrayInputStream(photo.bytes()))).isNotNull();
        return photo;
    }

    /** The track went on: the same one, live, delivering, and good for a photo. */
    void requireGoesOn(TrackLog log) throws Exception {
        assertThat(log.track().readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(log.track().isMuted()).isFalse();
        log.awaitFrames();
        requirePhoto(log.track());
    }

    /** Notes how long it took from a moment until now. */
    void noteTime(String event, long sinceNanos) {
        report.add(LabTable.TIMES, driver, "javacv", event, (System.nanoTime() - sinceNanos) / 1e6);
    }
}
