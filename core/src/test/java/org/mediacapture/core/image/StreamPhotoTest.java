// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.track.CameraTrack;
import org.mediacapture.core.track.Studio;
import org.mediacapture.core.track.StudioCamera;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Promise;

/** Photos of a camera without a still part: they come from its stream. */
class StreamPhotoTest {
    private final Studio studio = new Studio();
    private final StudioCamera camera = studio.plug();
    private final CameraTrack track = studio.track();
    private final ImageCapture capture = studio.capture(track);

    @AfterEach
    void nothingIsLeft() {
        studio.assertNothingIsLeft();
    }

    @Test
    @Rule({"PC-3", "PC-6", "X-7"})
    void itsCapabilitiesAreTheSizesOfItsModesAndItsSettingsTheSizeOfTheStream() {
        Promise<PhotoCapabilities> capabilities = capture.getPhotoCapabilities();
        Promise<PhotoSettings> settings = capture.getPhotoSettings();
        studio.settle();

        assertThat(Rig.value(capabilities).toMap())
                .containsEntry("redEyeReduction", "never")
                .containsEntry("imageWidth", Map.of("min", 640.0, "max", 1280.0, "step", 640.0))
                .containsEntry("imageHeight", Map.of("min", 480.0, "max", 720.0, "step", 240.0))
                .doesNotContainKey("fillLightMode");
        assertThat(Rig.value(settings)).isEqualTo(PhotoSettings.ofSize(640, 480));
    }

    @Test
    @Rule({"IC-5", "IC-6", "IC-7", "IC-8"})
    void aPhotoOfAnotherSizeInterruptsTheStreamAndLeavesItAsItWas() {
        Map<String, Object> before = track.getSettings().toMap();
        List<String> events = Studio.events(track);
        List<String> sizes = Studio.sizes(track);

        Promise<Blob> photo = capture.takePhoto(PhotoSettings.ofSize(1200, 700));
        studio.settle();
        assertThat(camera.fake.session().mode()).as("the nearest").contains(FakeDevice.HD);
        studio.frame();
        studio.frame();

        assertThat(Jpegs.read(Rig.value(photo).bytes()).getWidth()).isEqualTo(1280);
        assertThat(camera.fake.session().mode()).contains(FakeDevice.VGA);
        assertThat(events).containsExactly("mute", "unmute");
        assertThat(sizes).as("the photo is no frame of the track").containsExactly("640x480");
        assertThat(track.getSettings().toMap()).isEqualTo(before);
    }

    @Test
    @Rule("IC-7")
    void thePhotoOfASmallTrackHasTheSizeOfTheStream() {
        Promise<Void> applied = track.applyConstraints(Map.of("width", 320, "height", 240));
        Promise<Blob> photo = capture.takePhoto();
        studio.settle();
        Rig.value(applied);
        studio.frame();

        assertThat(Jpegs.read(Rig.value(photo).bytes()).getWidth()).isEqualTo(640);
    }

    @Test
    @Rule({"IC-5", "IC-6", "IC-7", "IC-12"})
    void aPhotoOfNoWishedSizeIsTakenInTheModeThatTheCameraHasForPhotos() {
        camera.fake.photoMode = Optional.of(FakeDevice.HD);
        CameraTrack again = reopened();
        ImageCapture ofAgain = studio.capture(again);
        List<String> events = Studio.events(again);

        Promise<PhotoSettings> settings = ofAgain.getPhotoSettings();
        Promise<Blob> photo = ofAgain.takePhoto();
        studio.settle();
        studio.frame();
        studio.frame();

        assertThat(Rig.value(settings)).isEqualTo(PhotoSettings.ofSize(1280, 720));
        assertThat(Jpegs.read(Rig.value(photo).bytes()).getWidth()).isEqualTo(1280);
        assertThat(camera.fake.session().mode()).contains(FakeDevice.VGA);
        assertThat(events).containsExactly("mute", "unmute");
    }

    @Test
    @Rule("IC-7")
    void aStreamOfTheSizeThatTheCameraHasForPhotosIsNotInterrupted() {
        camera.fake.photoMode = Optional.of(FakeDevice.VGA);
        CameraTrack again = reopened();
        List<String> events = Studio.events(again);

        Promise<Blob> photo = studio.capture(again).takePhoto();
        studio.settle();
        studio.frame();

        assertThat(Jpegs.read(Rig.value(photo).bytes()).getWidth()).isEqualTo(640);
        assertThat(events).isEmpty();
    }

    private CameraTrack reopened() {
        track.stop();
        studio.settle();
        return studio.track();
    }

    @Test
    @Rule("IC-8")
    void eachDimensionOfAWishCountsOnItsOwn() {
        Promise<Blob> photo = capture.takePhoto(Map.of("imageHeight", 719));
        studio.settle();
        studio.frame();

        assertThat(Jpegs.read(Rig.value(photo).bytes()).getHeight()).isEqualTo(720);
        studio.frame();
    }

    @Test
    @Rule({"IC-6", "AC-2", "IC-19"})
    void fiftyPhotosAndConstraintsAtOnceSettleInOrderAndTheStreamIsAsBefore() {
        Map<String, Object> before = track.getSettings().toMap();
        List<Integer> order = new ArrayList<>();
        List<Promise<?>> all = new ArrayList<>();
        for (int call = 0; call < 50; call++) {
            int number = call;
            Promise<?> promise = switch (call % 4) {
                case 0 -> capture.takePhoto();
                case 1 -> track.applyConstraints(Map.of("width", 100 + call, "zoom", 1 + call % 9));
                case 2 -> capture.takePhoto(PhotoSettings.ofSize(1280, 720));
                default -> track.applyConstraints(Map.of("advanced", List.of(Map.of("brightness", call))));
            };
            promise.onResolve(() -> order.add(number));
            all.add(promise);
        }
        all.add(track.applyConstraints(
                Map.of("width", 640, "height", 480, "advanced", List.of(Map.of("zoom", 1, "brightness", 50)))));
        List<String> sizes = Studio.sizes(track);

        for (int frame = 0; frame < 200; frame++) {
            studio.frame();
        }

        all.forEach(Rig::value);
        assertThat(order).hasSize(50).isSorted();
        assertThat(track.getSettings().toMap()).containsAllEntriesOf(before);
        assertThat(camera.fake.session().mode()).contains(FakeDevice.VGA);
        assertThat(track.isMuted()).isFalse();
        assertThat(sizes).endsWith("640x480");
        assertThat(camera.fake.sessions()).hasSize(1);
    }

    @Test
    @Rule("IC-10")
    void aPhotoOfAMutedTrackWaitsUntilItIsUnmuted() {
        camera.fake.session().sink().muted(true);
        studio.settle();
        Promise<Blob> photo = capture.takePhoto();
        studio.pass(9);
        assertThat(photo.isDone()).isFalse();

        camera.fake.session().sink().muted(false);
        studio.settle();
        studio.frame();

        Rig.value(photo);
    }

    @Test
    @Rule("IC-10")
    void aPhotoOfAMutedTrackFailsAtItsDeadline() {
        camera.fake.session().sink().muted(true);
        studio.settle();
        Promise<Blob> photo = capture.takePhoto();

        studio.pass(10.1);

        assertThat(Studio.failure(photo, ErrorName.UNKNOWN)).hasMessageContaining("10 s");
        assertThat(track.isLive()).isTrue();
    }

    @Test
    @Rule("IC-10")
    void aPhotoThatIsAskedForWhileAnotherInterruptsTheStreamIsQueued() {
        Promise<Blob> first = capture.takePhoto(PhotoSettings.ofSize(1280, 720));
        studio.settle();
        assertThat(track.isMuted()).isTrue();

        Promise<Blob> second = capture.takePhoto();
        studio.frame();
        studio.frame();

        Rig.value(first);
        assertThat(Jpegs.read(Rig.value(second).bytes()).getWidth()).isEqualTo(640);
    }

    @Test
    @Rule("IC-4")
    void aPhotoOfAnotherSizeThatWasExposedBeforeALossIsFinishedFromItsData() {
        StudioCamera successor = studio.plug();
        Promise<Blob> photo = capture.takePhoto(PhotoSettings.ofSize(1280, 720));
        studio.settle();
        camera.deliver(1280, 720, 500, studio.scheduler.nanoTime());

        studio.unplug(camera);
        studio.settle();

        assertThat(Jpegs.read(Rig.value(photo).bytes()).getWidth()).isEqualTo(1280);
        assertThat(successor.fake.session().mode()).contains(FakeDevice.VGA);
        List<String> sizes = Studio.sizes(track);
        studio.frame();
        assertThat(sizes).containsExactly("640x480");
        assertThat(track.isMuted()).isFalse();
    }

    @Test
    @Rule("IC-4")
    void anIncompleteExposureIsRepeatedOnTheSuccessorAndItsDeadlineStandsStillMeanwhile() {
        studio.grace(60);
        Promise<Blob> photo = capture.takePhoto();
        studio.settle();
        camera.fake.session().deliver(Jpegs.HALF);
        studio.unplug(camera);
        studio.pass(30);
        assertThat(photo.isDone()).as("deadlines stand still").isFalse();

        studio.plug();
        studio.settle();
        studio.frame();

        Rig.value(photo);
        assertThat(track.isMuted()).isFalse();
    }

    @Test
    @Rule("IC-4")
    void aPhotoThatWaitsForTheSuccessorFailsWithUnknownErrorWhenTheTrackEnds() {
        Promise<Blob> photo = capture.takePhoto();
        studio.settle();
        studio.unplug(camera);

        studio.pass(6);

        Studio.failure(photo, ErrorName.UNKNOWN);
        assertThat(track.isLive()).isFalse();
    }

    @Test
    @Rule("IC-4")
    void aCameraThatDoesNotGoBackAfterThePhotoIsReplacedAndThePhotoIsThere() {
        Promise<Blob> photo = capture.takePhoto(PhotoSettings.ofSize(1280, 720));
        studio.settle();
        camera.fake.brokenMode = java.util.Optional.of(FakeDevice.VGA);
        studio.frame();
        camera.fake.brokenMode = java.util.Optional.empty();
        studio.pass(1);
        studio.frame();

        assertThat(Jpegs.read(Rig.value(photo).bytes()).getWidth()).isEqualTo(1280);
        assertThat(track.isLive()).isTrue();
        assertThat(track.isMuted()).isFalse();
        assertThat(camera.fake.session().mode()).contains(FakeDevice.VGA);
    }

    @Test
    @Rule({"IC-4", "IC-13"})
    void aStopInTheMiddleOfAPhotoOfAnotherSizeLeavesTheOtherTracksTheirStream() {
        CameraTrack clone = track.clone();
        studio.settle();
        Promise<Blob> photo = capture.takePhoto(PhotoSettings.ofSize(1280, 720));
        studio.settle();

        track.stop();
        studio.settle();
        Studio.failure(photo, ErrorName.UNKNOWN);
        studio.frame();
        List<String> sizes = Studio.sizes(clone);
        studio.frame();

        assertThat(sizes).containsExactly("640x480");
        assertThat(clone.isMuted()).isFalse();
        assertThat(camera.fake.session().mode()).contains(FakeDevice.VGA);
    }

    @Test
    @Rule("IC-4")
    void aCameraThatEndsFailsItsPhotoWithUnknownError() {
        Promise<Blob> photo = capture.takePhoto();
        studio.settle();

        camera.fake.session().end(EndCause.FINISHED);
        studio.settle();

        Studio.failure(photo, ErrorName.UNKNOWN);
    }

    @Test
    @Rule("IC-16")
    void aTypeMayBeWishedForAPhotoOfTheStreamToo() {
        Promise<Blob> photo =
                capture.takePhoto(PhotoSettings.builder().type("image/png").build());
        studio.settle();
        studio.jpeg();

        assertThat(Rig.value(photo).type()).isEqualTo("image/png");
        assertThat(Jpegs.read(Rig.value(photo).bytes()).getWidth()).isEqualTo(64);
    }

    @Test
    @Rule("IC-17")
    void theFileHasNoMetadataThatTheCameraDidNotSend() {
        Promise<Blob> photo = capture.takePhoto();
        studio.settle();
        studio.jpeg();

        assertThat(Rig.value(photo).bytes()).isEqualTo(Jpegs.WHOLE);
    }

    @Test
    @Rule("IC-8")
    void aWishThatTheStreamMeetsAsWellAsAnyModeDoesNotInterruptIt() {
        camera.fake.modes =
                List.of(new VideoMode(640, 480, 30, PixelFormat.MJPEG), new VideoMode(640, 360, 30, PixelFormat.MJPEG));
        track.stop();
        CameraTrack wide = studio.track(Map.of("height", Map.of("exact", 360), "resizeMode", Map.of("exact", "none")));
        List<String> events = Studio.events(wide);

        Promise<Blob> photo = studio.capture(wide)
                .takePhoto(PhotoSettings.builder().imageWidth(640).build());
        studio.settle();
        studio.frame();

        Rig.value(photo);
        assertThat(events).isEmpty();
    }

    @Test
    @Rule("IC-6")
    void aModeThatTheCameraReportsForThePhotoIsNotTheStreams() {
        Map<String, Object> before = track.getSettings().toMap();
        Promise<Blob> photo = capture.takePhoto(PhotoSettings.ofSize(1280, 720));
        studio.settle();
        camera.fake.session().sink().modeChanged(new VideoMode(1280, 700, 30, PixelFormat.MJPEG));
        studio.settle();
        studio.frame();
        studio.frame();

        Rig.value(photo);
        assertThat(camera.fake.session().mode()).contains(FakeDevice.VGA);
        assertThat(track.getSettings().toMap()).isEqualTo(before);
    }

    @Test
    @Rule("IC-5")
    void theTrackIsUnmutedByItsOwnStreamAndNotByThePicturesForThePhoto() {
        track.applyConstraints(Map.of("width", 1280, "height", 720));
        Promise<Blob> photo = capture.takePhoto(PhotoSettings.ofSize(640, 480));
        List<String> events = Studio.events(track);
        studio.settle();
        camera.fake.starting.shut();
        studio.frame();
        assertThat(events).containsExactly("mute");

        camera.fake.starting.open();
        studio.settle();
        studio.frame();

        Rig.value(photo);
        assertThat(events).containsExactly("mute", "unmute");
    }

    @Test
    @Rule("IC-17")
    void aPhotoThatIsMadeHereCarriesNoMetadata() {
        Promise<Blob> jpeg = capture.takePhoto();
        Promise<Blob> png = capture.takePhoto(Map.of("type", "image/png"));
        studio.settle();
        studio.frame();
        studio.frame();

        for (Promise<Blob> photo : List.of(jpeg, png)) {
            assertThat(new String(Rig.value(photo).bytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("Exif", "eXIf", "http://ns.adobe.com/xap", "tEXt", "iTXt");
        }
    }
}
