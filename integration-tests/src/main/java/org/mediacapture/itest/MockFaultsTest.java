// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.DeviceChangeEvent;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.Registration;
import org.mediacapture.stream.TrackEvent;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.util.promise.Promise;

/** What an application sees of the faults of a mock camera that is configured to have them. */
class MockFaultsTest {
    private static final String LABEL = "Faulty camera";

    @InjectService
    MediaDevices devices;

    @InjectService
    ImageCaptureFactory captures;

    @InjectService
    CameraAdmin admin;

    @InjectService
    ConfigurationAdmin configurations;

    private final BlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();
    private final List<MediaStreamTrack> tracks = new ArrayList<>();
    private Registration listening;
    private Configuration camera;

    @BeforeEach
    void listen() throws Exception {
        listening = admin.addCameraListener(() -> changes.add(true));
        camera = configurations.createFactoryConfiguration("org.mediacapture.provider.mock.camera", "?");
    }

    @AfterEach
    void removeCamera() throws Exception {
        tracks.forEach(MediaStreamTrack::stop);
        camera.delete();
        awaitPresence(false);
        listening.close();
    }

    @Test
    void aCameraThatOpensSlowlyIsWaitedFor() throws Exception {
        configure(Map.of("faults", "open-takes=1500"));

        assertThat(open().readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    }

    @Test
    void aCameraThatCannotBeOpenedIsReportedByTheNameOfItsFailure() throws Exception {
        configure(Map.of("faults", "open-fails=1"));
        assertThat(Await.failure(request()))
                .isInstanceOfSatisfying(
                        MediaException.class, error -> assertThat(error.name()).isEqualTo("AbortError"))
                .hasMessageContaining("mock:faulty");
        assertThat(open().readyState()).as("the second time").isEqualTo(MediaStreamTrackState.LIVE);
    }

    @Test
    void aCameraThatSomebodyElseUsesIsNotReadable() throws Exception {
        configure(Map.of("faults", "open-busy"));

        assertThat(Await.failure(request()))
                .isInstanceOfSatisfying(
                        MediaException.class, error -> assertThat(error.name()).isEqualTo("NotReadableError"));
    }

    @Test
    void aControlThatCannotBeSetLeavesTheSettingsAsTheyWere() throws Exception {
        configure(Map.of("faults", "apply-fails-on=zoom"));
        MediaStreamTrack track = open();

        assertThat(Await.failure(track.applyConstraints(Map.of("zoom", 2))))
                .isInstanceOfSatisfying(
                        MediaException.class, error -> assertThat(error.name()).isEqualTo("OperationError"))
                .hasMessageContaining("zoom");

        assertThat(track.getSettings().get(ConstrainableProperty.ZOOM)).contains(1.0);
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    }

    @Test
    void aPhotoThatFailsIsAnErrorAndTheNextOneIsNone() throws Exception {
        configure(Map.of("still", true, "faults", "photo-fails=1"));
        ImageCapture capture = captures.create(open());

        assertThat(Await.failure(capture.takePhoto()))
                .isInstanceOfSatisfying(
                        MediaException.class, error -> assertThat(error.name()).isEqualTo("UnknownError"))
                .hasMessageContaining("mock:faulty");
        assertThat(Await.value(capture.takePhoto()).size()).isPositive();
    }

    @Test
    void aCameraThatIsPulledOutEndsItsTrackAndIsListedAgainWhenItIsPluggedIn() throws Exception {
        configure(Map.of("faults", "unplugs-after=150")); // 5 s, for a busy machine to listen
        MediaStreamTrack track = open();
        BlockingQueue<TrackEvent> ended = new LinkedBlockingQueue<>();
        track.addEventListener(TrackEvent.Type.ENDED, ended::add);
        BlockingQueue<DeviceChangeEvent> told = new LinkedBlockingQueue<>();
        try (Registration telling = devices.addDeviceChangeListener(told::add)) {
            assertThat(Await.next(ended).cause()).contains("mock:faulty");

            while (Await.next(told).devices().stream()
                    .anyMatch(info -> info.label().equals(LABEL))) {
                assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
            }
        }

        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        awaitPresence(false);
        configure(Map.of());
        assertThat(open().readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    }

    @Test
    void framesThatAreCutShortSpoilNeitherPhotosNorGrabbedFrames() throws Exception {
        configure(Map.of("modes", "320x240@30 MJPEG", "faults", "corrupts-every=2"));
        ImageCapture capture = captures.create(open());

        for (int photo = 0; photo < 6; photo++) {
            byte[] jpeg = Await.value(capture.takePhoto()).bytes();
            assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(320);
            assertThat(jpeg).as("the mark at the end of a JPEG").endsWith(0xFF, 0xD9);
            try (ImageBitmap frame = Await.value(capture.grabFrame())) {
                assertThat(frame.width()).isEqualTo(320);
            }
        }
    }

    @Test
    void framesThatTheCameraDropsAreMissingInTheNumbers() throws Exception {
        configure(Map.of("faults", "drops-every=3"));
        BlockingQueue<Long> numbers = new LinkedBlockingQueue<>();

        try (FrameSubscription subscription = open().frames(FrameOptions.latest(), frame -> {
            try (frame) {
                numbers.add(frame.sequence());
            }
        })) {
            AtomicLong last = new AtomicLong(-1);
            for (int frame = 0; frame < 12; frame++) {
                assertThat(Await.next(numbers)).isGreaterThan(last.get()).satisfies(number -> {
                    assertThat(number % 3).isNotEqualTo(2);
                    last.set(number);
                });
            }
        }
    }

    /** The configuration in the README of the mock provider, and what Chromium's fake camera tells of itself. */
    @Test
    void chromiumsFakeCameraTellsOfItselfWhatChromiumsDoes() throws Exception {
        configure(Map.of(
                "modes",
                new String[] {
                    "640x480@20", "96x96@20", "160x120@20", "320x240@20", "1280x720@20", "1920x1080@20", "3840x2160@20"
                },
                "controls",
                new String[] {
                    "exposureMode=manual|continuous=manual",
                    "exposureTime=10..100/5=50",
                    "focusMode=manual|continuous=manual",
                    "focusDistance=10..100/5=50",
                    "pan=100..400/1=100",
                    "tilt=100..400/1=100",
                    "zoom=100..400/1=100"
                },
                "still",
                true,
                "photo.sizes",
                "96x96..1920x1080/1=640x480",
                "photo.redEyeReduction",
                "never",
                "photo.fillLightMode",
                new String[0]));
        MediaStreamTrack track = open();
        Map<String, Double> steered = Map.of("min", 10.0, "max", 100.0, "step", 5.0);
        Map<String, Double> moved = Map.of("min", 100.0, "max", 400.0, "step", 1.0);

        Map<String, Object> capabilities = track.getCapabilities().toMap();
        assertThat(capabilities)
                .containsEntry("exposureMode", List.of("manual", "continuous"))
                .containsEntry("exposureTime", steered)
                .containsEntry("focusMode", List.of("manual", "continuous"))
                .containsEntry("focusDistance", steered)
                .containsEntry("pan", moved)
                .containsEntry("tilt", moved)
                .containsEntry("zoom", moved)
                .doesNotContainKeys("whiteBalanceMode", "iso", "torch", "brightness");
        assertThat(capabilities.get("frameRate")).asString().contains("max=20.0");
        Map<String, Object> settings = track.getSettings().toMap();
        assertThat(settings)
                .containsEntry("exposureMode", "manual")
                .containsEntry("exposureTime", 50.0)
                .containsEntry("focusMode", "manual")
                .containsEntry("focusDistance", 50.0)
                .containsEntry("pan", 100.0)
                .containsEntry("tilt", 100.0)
                .containsEntry("zoom", 100.0);
        assertThat(settings.get("width") + "x" + settings.get("height") + "@" + settings.get("frameRate"))
                .isEqualTo("640x480@20.0");
        ImageCapture capture = captures.create(track);
        assertThat(Await.value(capture.getPhotoCapabilities()).toMap())
                .isEqualTo(Map.of(
                        "redEyeReduction", "never",
                        "imageWidth", Map.of("min", 96.0, "max", 1920.0, "step", 1.0),
                        "imageHeight", Map.of("min", 96.0, "max", 1080.0, "step", 1.0)));
        assertThat(Await.value(capture.getPhotoSettings()).toMap())
                .isEqualTo(Map.of("imageWidth", 640.0, "imageHeight", 480.0));
    }

    private void configure(Map<String, Object> values) throws Exception {
        Map<String, Object> all = new HashMap<>(values);
        all.put("name", "faulty");
        all.put("label", LABEL);
        camera.update(new Hashtable<>(all));
        awaitPresence(true);
    }

    private void awaitPresence(boolean present) throws Exception {
        while (present
                != admin.cameras().stream().anyMatch(status -> status.label().equals(LABEL))) {
            Await.next(changes);
        }
    }

    private Promise<MediaStream> request() throws Exception {
        return devices.getUserMedia(Map.of("video", Map.of("deviceId", Map.of("exact", id()))));
    }

    private MediaStreamTrack open() throws Exception {
        MediaStreamTrack track = Await.value(request()).getVideoTracks().get(0);
        tracks.add(track);
        return track;
    }

    private String id() {
        return admin.cameras().stream()
                .filter(status -> status.label().equals(LABEL))
                .map(CameraStatus::deviceId)
                .findFirst()
                .orElseThrow();
    }
}
