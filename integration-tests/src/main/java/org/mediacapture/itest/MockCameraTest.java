// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.TrackEvent;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The mock camera through all layers: found, opened, steered, photographed, exchanged. */
@ExtendWith(PatientCore.class)
class MockCameraTest {
    @InjectBundleContext
    BundleContext context;

    @InjectService
    MediaDevices devices;

    @InjectService
    ImageCaptureFactory captures;

    private MediaStreamTrack track;

    @BeforeEach
    void openMock() throws Exception {
        List<MediaDeviceInfo> infos = Await.value(devices.enumerateDevices());
        String id = infos.stream()
                .filter(info -> info.label().equals("Mock camera"))
                .map(MediaDeviceInfo::deviceId)
                .findFirst()
                .orElseThrow();
        MediaTrackConstraints mock = MediaTrackConstraints.builder()
                .exact(ConstrainableProperty.DEVICE_ID, id)
                .build();
        track = Await.value(devices.getUserMedia(MediaStreamConstraints.ofVideo(mock)))
                .getVideoTracks()
                .get(0);
    }

    @AfterEach
    void stopTrack() {
        track.stop();
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
    }

    @Test
    void openingGivesALiveTrackInTheUsualSize() {
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(track.getSettings().get(ConstrainableProperty.WIDTH)).contains(640L);
        assertThat(track.getSettings().get(ConstrainableProperty.HEIGHT)).contains(480L);
        assertThat(track.getCapabilities().properties())
                .contains(ConstrainableProperty.ZOOM, ConstrainableProperty.BRIGHTNESS, ConstrainableProperty.PAN);
    }

    @Test
    @Rule({"IC-16", "IC-17"})
    void takePhotoGivesAJpegOfTheStreamsSize() throws Exception {
        Blob photo = Await.value(captures.create(track).takePhoto());

        assertThat(photo.type()).isEqualTo("image/jpeg");
        assertThat(new String(photo.bytes(), StandardCharsets.ISO_8859_1))
                .as("no place and nothing else about who took it and where")
                .doesNotContain("Exif", "http://ns.adobe.com/xap");
        BufferedImage image = ImageIO.read(photo.stream());
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(480);
    }

    @Test
    @Rule({"IC-6", "IC-7"})
    void takePhotoOfAnotherSizeLeavesTheStreamAsItWas() throws Exception {
        Blob photo = Await.value(captures.create(track).takePhoto(PhotoSettings.ofSize(1920, 1080)));

        BufferedImage image = ImageIO.read(photo.stream());
        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(track.getSettings().get(ConstrainableProperty.WIDTH)).contains(640L);
        try (ImageBitmap next = Await.value(captures.create(track).grabFrame())) {
            assertThat(next.width()).isEqualTo(640);
        }
    }

    @Test
    @Rule({"IC-8", "X-16"})
    void aPhotoLargerThanTheCameraIsTheLargestBeforeCapabilitiesWereAskedFor() throws Exception {
        Blob photo = Await.value(captures.create(track).takePhoto(PhotoSettings.ofSize(7680, 4320)));

        assertThat(ImageIO.read(photo.stream()).getWidth()).isEqualTo(3840);
    }

    @Test
    @Rule({"IC-9", "X-1"})
    void aPhotoLargerThanTheCameraIsNotSupportedOnceCapabilitiesWereTold() throws Exception {
        ImageCapture capture = captures.create(track);
        assertThat(Await.value(capture.getPhotoCapabilities())
                        .imageWidth()
                        .orElseThrow()
                        .max())
                .isEqualTo(3840);

        Throwable failure = Await.failure(capture.takePhoto(PhotoSettings.ofSize(7680, 4320)));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        MediaException.class, error -> assertThat(error.name()).isEqualTo("NotSupportedError"))
                .hasMessageContaining("7680")
                .hasMessageContaining("3840");
    }

    @Test
    @Rule("IC-16")
    void aPhotoIsAPngWhereOneIsWished() throws Exception {
        Blob photo = Await.value(captures.create(track)
                .takePhoto(PhotoSettings.builder().type("image/png").build()));

        assertThat(photo.type()).isEqualTo("image/png");
        assertThat(photo.bytes()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(ImageIO.read(photo.stream()).getWidth()).isEqualTo(640);
    }

    @Test
    void grabFrameGivesThePixelsOfTheTrack() throws Exception {
        try (ImageBitmap bitmap = Await.value(captures.create(track).grabFrame())) {
            assertThat(bitmap.width()).isEqualTo(640);
            assertThat(bitmap.toBufferedImage().getHeight()).isEqualTo(480);
        }
    }

    @Test
    @Rule({"PX-26", "AC-5"})
    void applyConstraintsZoomsAndTellsSo() throws Exception {
        Await.value(track.applyConstraints(MediaTrackConstraints.builder()
                .ideal(ConstrainableProperty.ZOOM, 2.04)
                .build()));

        assertThat(track.getSettings().get(ConstrainableProperty.ZOOM).orElseThrow())
                .isCloseTo(2.0, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    @Rule({"AC-5", "IC-14"})
    void applyConstraintsChangesTheSize() throws Exception {
        Await.value(track.applyConstraints(MediaTrackConstraints.builder()
                .exact(ConstrainableProperty.WIDTH, 1280L)
                .build()));

        assertThat(track.getSettings().get(ConstrainableProperty.HEIGHT)).contains(720L);
        try (ImageBitmap bitmap = Await.value(captures.create(track).grabFrame())) {
            assertThat(bitmap.width()).isEqualTo(1280);
        }
    }

    @Test
    @Rule("AC-4")
    void impossibleConstraintsFailAndChangeNothing() throws Exception {
        Throwable failure = Await.failure(track.applyConstraints(MediaTrackConstraints.builder()
                .with(ConstrainableProperty.WIDTH, Constraint.min(8000L))
                .build()));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        OverconstrainedException.class,
                        error -> assertThat(error.constraint()).isEqualTo("width"));
        assertThat(track.getSettings().get(ConstrainableProperty.WIDTH)).contains(640L);
        assertThat(track.getConstraints().basic().get(ConstrainableProperty.WIDTH))
                .isEmpty();
    }

    @Test
    void aStoppedTrackTakesNoPhoto() throws Exception {
        ImageCapture capture = captures.create(track);
        track.stop();

        assertThat(Await.failure(capture.takePhoto()))
                .isInstanceOfSatisfying(
                        MediaException.class, error -> assertThat(error.name()).isEqualTo("InvalidStateError"));
    }

    @Test
    void theTrackSurvivesTheRestartOfItsProvider() throws Exception {
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        // But for what the automatics of the camera change, which they tell about once in two seconds.
        for (TrackEvent.Type type : List.of(TrackEvent.Type.MUTE, TrackEvent.Type.UNMUTE, TrackEvent.Type.ENDED)) {
            track.addEventListener(type, event -> events.add(event.type().value()));
        }
        BlockingQueue<Long> sequences = new LinkedBlockingQueue<>();
        FrameSubscription frames = track.frames(FrameOptions.latest(), frame -> {
            sequences.add(frame.sequence());
            frame.close();
        });
        long before = Await.next(sequences);
        Bundle provider = Bundles.named(context, "org.mediacapture.provider.mock");

        provider.stop();
        assertThat(Await.next(events)).isEqualTo("mute");
        assertThat(track.isMuted()).isTrue();
        provider.start();
        assertThat(Await.next(events)).isEqualTo("unmute");

        sequences.clear();
        assertThat(Await.next(sequences)).isGreaterThan(before);
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(Await.value(captures.create(track).takePhoto()).type()).isEqualTo("image/jpeg");
        frames.close();
    }
}
