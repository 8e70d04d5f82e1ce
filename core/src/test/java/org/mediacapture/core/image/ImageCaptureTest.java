// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.FillLightMode;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.constraint.RedEyeReduction;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.track.CameraTrack;
import org.mediacapture.core.track.Studio;
import org.mediacapture.core.track.StudioCamera;
import org.mediacapture.frame.Blob;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.provider.CameraException;
import org.osgi.util.promise.Promise;

/** takePhoto, getPhotoCapabilities and getPhotoSettings of a camera with a still part of its own. */
class ImageCaptureTest {
    private final Studio studio = new Studio();
    private final StudioCamera camera = studio.plug();
    private CameraTrack track;
    private ImageCapture capture;

    @org.junit.jupiter.api.BeforeEach
    void open() {
        camera.still = Optional.of(StudioCamera.everything());
        track = studio.track();
        capture = studio.capture(track);
    }

    @AfterEach
    void nothingIsLeft() {
        studio.assertNothingIsLeft();
    }

    @Test
    @Rule({"IC-1", "IC-2"})
    void anyVideoTrackIsTakenAndTheVeryObjectIsTold() {
        CameraTrack disabled = track.clone();
        disabled.setEnabled(false);
        CameraTrack ended = track.clone();
        ended.stop();

        assertThat(capture.track()).isSameAs(track);
        assertThat(studio.capture(disabled).track()).isSameAs(disabled);
        assertThat(studio.capture(ended).track()).isSameAs(ended);
    }

    @Test
    @Rule("IC-1")
    void noTrackIsRefusedByName() {
        assertThatThrownBy(() -> studio.capture(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("track");
    }

    @Test
    @Rule("IC-3")
    void onAnEndedTrackEveryMethodHasFailedAlready() {
        track.stop();

        for (Promise<?> call : List.of(
                capture.takePhoto(),
                capture.takePhoto(Map.of("imageWidth", 99999)),
                capture.getPhotoCapabilities(),
                capture.getPhotoSettings(),
                capture.grabFrame())) {
            assertThat(call.isDone()).as("before anything else happens").isTrue();
            assertThat(Studio.failure(call, ErrorName.INVALID_STATE)).hasMessageContaining("ended");
        }
    }

    @Test
    @Rule({"IC-4", "IC-16"})
    void aPhotoIsOneExposureWithTheGivenSettings() {
        PhotoSettings settings = PhotoSettings.builder()
                .imageWidth(4000)
                .imageHeight(3000)
                .fillLightMode(FillLightMode.FLASH)
                .redEyeReduction(true)
                .build();

        Promise<Blob> photo = capture.takePhoto(settings);
        studio.settle();

        assertThat(camera.asked()).containsExactly(settings);
        assertThat(Rig.value(photo).type()).isEqualTo("image/jpeg");
        assertThat(Rig.value(photo).bytes()).isEqualTo(Jpegs.WHOLE);
    }

    @Test
    @Rule("IC-4")
    void whateverKeepsTheCameraFromAPhotoIsUnknownError() {
        for (CameraException.Reason reason : CameraException.Reason.values()) {
            camera.photoFailure = Optional.of(new CameraException(reason, "fake: no photo, " + reason));

            Promise<Blob> photo = capture.takePhoto();
            studio.settle();

            assertThat(Studio.failure(photo, ErrorName.UNKNOWN)).hasMessageContaining("no photo");
        }
    }

    @Test
    @Rule("IC-18")
    void anEmptyPhotoIsUnknownError() {
        camera.photo = new Blob("image/jpeg", new byte[0]);

        Promise<Blob> photo = capture.takePhoto();
        studio.settle();

        assertThat(Studio.failure(photo, ErrorName.UNKNOWN)).hasMessageContaining("empty");
    }

    @Test
    @Rule({"IC-6", "IC-7"})
    void photoSettingsChangeNeitherConstraintsNorSettingsOfTheTrack() {
        Map<String, Object> settings = track.getSettings().toMap();

        Promise<Blob> photo = capture.takePhoto(PhotoSettings.ofSize(4000, 3000));
        studio.settle();

        Rig.value(photo);
        assertThat(track.getSettings().toMap()).isEqualTo(settings);
        assertThat(track.getConstraints().toMap()).isEmpty();
    }

    @Test
    @Rule({"IC-9", "X-1"})
    void settingsOutsideTheToldCapabilitiesAreNotSupported() {
        capture.getPhotoCapabilities();
        studio.settle();

        for (PhotoSettings settings : List.of(
                PhotoSettings.builder().imageWidth(319).build(),
                PhotoSettings.builder().imageWidth(4001).build(),
                PhotoSettings.builder().imageHeight(239).build(),
                PhotoSettings.builder().imageHeight(3001).build(),
                PhotoSettings.builder().fillLightMode(FillLightMode.AUTO).build())) {
            assertThat(Studio.failure(capture.takePhoto(settings), ErrorName.NOT_SUPPORTED))
                    .hasMessageContaining("is not supported");
        }
        assertThat(camera.asked()).isEmpty();
    }

    @Test
    @Rule({"IC-9", "PC-5"})
    void whoWishesALightThatTheCameraHasNotIsToldWhichItHas() {
        PhotoSettings auto =
                PhotoSettings.builder().fillLightMode(FillLightMode.AUTO).build();
        assertThat(Studio.failure(capture.takePhoto(auto), ErrorName.NOT_SUPPORTED))
                .hasMessageContaining("fillLightMode: auto")
                .hasMessageContaining("the camera has off, flash");

        camera.still = Optional.of(
                new PhotoCapabilities(RedEyeReduction.NEVER, Optional.empty(), Optional.empty(), List.of()));
        track.stop();
        studio.settle();
        track = studio.track();
        assertThat(Studio.failure(studio.capture(track).takePhoto(auto), ErrorName.NOT_SUPPORTED))
                .hasMessageContaining("the camera has no flash");
    }

    @Test
    @Rule({"IC-9", "PC-4"})
    void redEyeReductionIsOnlyForCamerasThatLetItBeControlled() {
        camera.still = Optional.of(
                new PhotoCapabilities(RedEyeReduction.ALWAYS, Optional.empty(), Optional.empty(), List.of()));
        track.stop();
        studio.settle();
        track = studio.track();

        for (boolean wish : new boolean[] {true, false}) {
            Promise<Blob> photo = studio.capture(track)
                    .takePhoto(PhotoSettings.builder().redEyeReduction(wish).build());
            assertThat(Studio.failure(photo, ErrorName.NOT_SUPPORTED)).hasMessageContaining("redEyeReduction");
        }
    }

    @Test
    @Rule("X-16")
    void beforeTheCapabilitiesWereToldASizeIsMovedToTheNearest() {
        Promise<Blob> photo = capture.takePhoto(PhotoSettings.ofSize(99999, 1));
        studio.settle();

        Rig.value(photo);
        assertThat(camera.asked()).containsExactly(PhotoSettings.ofSize(4000, 240));
    }

    @Test
    @Rule({"IC-9", "IDL-4", "IDL-1"})
    void anUnknownWordIsATypeErrorWithTheMembersName() {
        Promise<Blob> photo = capture.takePhoto(Map.of("fillLightMode", "torch"));

        assertThat(photo.isDone()).isTrue();
        assertThat(Rig.failure(photo))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fillLightMode")
                .hasMessageContaining("torch");
    }

    @Test
    @Rule({"IDL-1", "IDL-5"})
    void aSizeThatIsNoNumberFailsThePromise() {
        assertThat(Rig.failure(capture.takePhoto(Map.of("imageWidth", Double.NaN))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("imageWidth");
        assertThat(Rig.failure(capture.takePhoto(Map.of("imageHeight", "tall"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("imageHeight");
    }

    @Test
    @Rule({"IDL-2", "IDL-3"})
    void unknownMembersAreDroppedAndAnEmptyMapIsNoWish() {
        Promise<Blob> photo = capture.takePhoto(Map.of("zoom", 7));
        studio.settle();

        Rig.value(photo);
        assertThat(camera.asked()).containsExactly(PhotoSettings.none());
    }

    @Test
    @Rule("IDL-3")
    void aPhotoWithoutSettingsIsOneWithEmptySettings() {
        Promise<Blob> without = capture.takePhoto();
        Promise<Blob> empty = capture.takePhoto(Map.of());
        studio.settle();

        Rig.value(without);
        Rig.value(empty);
        assertThat(camera.asked()).containsExactly(PhotoSettings.none(), PhotoSettings.none());
    }

    @Test
    @Rule({"IC-11", "PC-1", "PC-3", "PC-5"})
    void capabilitiesAreThoseOfTheStillPart() {
        Promise<PhotoCapabilities> told = capture.getPhotoCapabilities();
        assertThat(told.isDone()).as("in parallel").isFalse();
        studio.settle();

        assertThat(Rig.value(told).toMap())
                .containsEntry("redEyeReduction", "controllable")
                .containsEntry("fillLightMode", List.of("off", "flash"))
                .containsEntry("imageWidth", new MediaSettingsRange(320, 4000, 1).toMap())
                .containsEntry("imageHeight", new MediaSettingsRange(240, 3000, 1).toMap());
    }

    @Test
    @Rule({"IC-12", "PC-2"})
    void photoSettingsAreThoseOfTheStillPart() {
        camera.photoSettings = PhotoSettings.builder()
                .imageWidth(1000)
                .fillLightMode(FillLightMode.OFF)
                .build();

        Promise<PhotoSettings> told = capture.getPhotoSettings();
        studio.settle();

        assertThat(Rig.value(told)).isEqualTo(camera.photoSettings);
    }

    @Test
    @Rule("IC-13")
    void aTrackThatIsStoppedBetweenTheCallAndTheAnswerFailsEachInItsWay() {
        Promise<PhotoCapabilities> capabilities = capture.getPhotoCapabilities();
        Promise<PhotoSettings> settings = capture.getPhotoSettings();
        Promise<Blob> photo = capture.takePhoto();
        Promise<?> grab = capture.grabFrame();

        track.stop();
        studio.settle();

        Studio.failure(capabilities, ErrorName.OPERATION);
        Studio.failure(settings, ErrorName.OPERATION);
        Studio.failure(photo, ErrorName.UNKNOWN);
        Studio.failure(grab, ErrorName.UNKNOWN);
    }

    @Test
    @Rule({"IC-11", "IC-12", "IC-13"})
    void aCameraThatEndsBeforeTheAnswerIsOperationError() {
        Promise<PhotoCapabilities> capabilities = capture.getPhotoCapabilities();
        Promise<PhotoSettings> settings = capture.getPhotoSettings();

        camera.fake.session().end(org.mediacapture.provider.EndCause.FINISHED);
        studio.settle();

        assertThat(List.of(capabilities.isDone(), settings.isDone())).containsOnly(true);
        for (Promise<?> call : List.of(capabilities, settings)) {
            assertThat(isOperationErrorOrAnswer(call)).isTrue();
        }
    }

    @Test
    @Rule({"IC-12", "IC-13"})
    void whateverKeepsTheCameraFromTellingItsPhotoSettingsIsOperationError() {
        for (CameraException.Reason reason : CameraException.Reason.values()) {
            camera.photoFailure = Optional.of(new CameraException(reason, "fake: no settings, " + reason));

            Promise<PhotoSettings> told = capture.getPhotoSettings();
            studio.settle();

            assertThat(Studio.failure(told, ErrorName.OPERATION))
                    .hasMessage("door: fake: no settings, " + reason)
                    .hasCauseInstanceOf(CameraException.class);
        }
    }

    @Test
    @Rule("IC-16")
    void aTypeAndAQualityMayBeWished() {
        Promise<Blob> png =
                capture.takePhoto(PhotoSettings.builder().type("image/png").build());
        Promise<Blob> small = capture.takePhoto(Map.of("type", "image/jpeg", "quality", 0.1));
        Promise<Blob> best = capture.takePhoto(Map.of("quality", 1));
        studio.settle();

        assertThat(Rig.value(png).type()).isEqualTo("image/png");
        assertThat(Rig.value(png).bytes()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Jpegs.read(Rig.value(png).bytes()).getWidth()).isEqualTo(64);
        assertThat(Rig.value(small).type()).isEqualTo("image/jpeg");
        assertThat(Rig.value(small).size()).isLessThan(Rig.value(best).size());
    }

    @Test
    @Rule("IC-16")
    void aTypeThatNobodyMakesIsNotSupportedAndAQualityOutOfRangeIsATypeError() {
        assertThat(Studio.failure(capture.takePhoto(Map.of("type", "x\n".repeat(500_000))), ErrorName.NOT_SUPPORTED))
                .satisfies(failure ->
                        assertThat(failure.getMessage()).hasSizeLessThan(200).doesNotContain("\n"));
        assertThat(Studio.failure(capture.takePhoto(Map.of("type", "image/webp")), ErrorName.NOT_SUPPORTED))
                .hasMessageContaining("image/webp")
                .hasMessageContaining("image/png");
        assertThat(Rig.failure(capture.takePhoto(Map.of("quality", 1.5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quality: 1.5");
    }

    @Test
    @Rule("IC-19")
    void severalImageCapturesOnATrackAndItsClonesTakeTheirPhotosOneAfterTheOther() {
        CameraTrack clone = track.clone();
        camera.fake.still = true; // a gate for the still part
        camera.fake.photographing.shut();
        Promise<Blob> first = capture.takePhoto();
        Promise<Blob> second = studio.capture(track).takePhoto();
        Promise<Blob> third = studio.capture(clone).takePhoto();
        studio.settle();
        assertThat(camera.asked()).as("one at a time").hasSize(1);

        camera.fake.photographing.open();
        studio.settle();

        assertThat(camera.asked()).hasSize(3);
        List.of(first, second, third).forEach(Rig::value);
    }

    @Test
    @Rule({"IC-4", "IC-15"})
    void aPhotoThatNeverComesFailsAtItsDeadlineAndTheCameraGoesOn() {
        camera.fake.still = true;
        camera.fake.photographing.shut();
        Promise<Blob> photo = capture.takePhoto();
        studio.run(11);
        camera.fake.photographing.open();
        studio.run(1);

        assertThat(Studio.failure(photo, ErrorName.UNKNOWN)).hasMessageContaining("10 s");
        assertThat(track.isLive()).isTrue();
        assertThat(track.isMuted()).isFalse();
    }

    @Test
    @Rule("IC-20")
    void whatWasRemovedFromTheSpecificationIsNotThere() {
        assertThat(ImageCapture.class.getMethods())
                .extracting(java.lang.reflect.Method::getName)
                .containsOnly("track", "takePhoto", "getPhotoCapabilities", "getPhotoSettings", "grabFrame");
    }

    private static boolean isOperationErrorOrAnswer(Promise<?> call) {
        try {
            return call.getFailure() == null
                    || call.getFailure() instanceof org.mediacapture.constraint.MediaException failure
                            && failure.error() == ErrorName.OPERATION;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    @Rule("IC-3")
    void thatTheTrackHasEndedIsSaidBeforeAnythingElseIsWrong() {
        Promise<PhotoCapabilities> told = capture.getPhotoCapabilities();
        studio.settle();
        Rig.value(told);
        track.setEnabled(false);
        track.stop();

        Studio.failure(
                capture.takePhoto(Map.of("imageWidth", 99999, "fillLightMode", "auto", "type", "image/webp")),
                ErrorName.INVALID_STATE);
        assertThat(Studio.failure(capture.grabFrame(), ErrorName.INVALID_STATE)).hasMessageContaining("ended");
    }

    @Test
    @Rule({"IC-9", "X-16"})
    void aSizeIsRefusedOnlyByTheObjectThatWasTold() {
        Promise<PhotoCapabilities> told = capture.getPhotoCapabilities();
        Promise<Blob> before = capture.takePhoto(PhotoSettings.ofSize(4001, 100));
        studio.settle();
        Rig.value(told);

        Rig.value(before);
        Studio.failure(capture.takePhoto(PhotoSettings.ofSize(4001, 3000)), ErrorName.NOT_SUPPORTED);
        Studio.failure(capture.takePhoto(PhotoSettings.ofSize(4000, 239)), ErrorName.NOT_SUPPORTED);
        Promise<Blob> largest = capture.takePhoto(PhotoSettings.ofSize(4000, 3000));
        Promise<Blob> smallest = capture.takePhoto(PhotoSettings.ofSize(320, 240));
        Promise<Blob> ofAnother = studio.capture(track).takePhoto(PhotoSettings.ofSize(4001, 100));
        studio.settle();
        List.of(largest, smallest, ofAnother).forEach(Rig::value);
    }

    @Test
    @Rule({"IC-9", "PC-6"})
    void aSizeIsNoWishWhereTheCameraTellsOfNone() {
        camera.still = Optional.of(
                new PhotoCapabilities(RedEyeReduction.NEVER, Optional.empty(), Optional.empty(), List.of()));
        track.stop();
        CameraTrack other = studio.track();

        Promise<Blob> photo = studio.capture(other).takePhoto(Map.of("imageWidth", -5));
        studio.settle();

        Rig.value(photo);
        assertThat(camera.asked()).containsExactly(PhotoSettings.none());
    }

    @Test
    @Rule("IC-16")
    void aTypeThatTheStillPartAnswersUnaskedIsAFailureWithItsName() {
        camera.photo = new Blob("image/png", new byte[] {1});
        Promise<Blob> photo = capture.takePhoto();
        Promise<Blob> png = capture.takePhoto(Map.of("type", "image/png", "quality", 0.5));
        studio.settle();

        assertThat(Studio.failure(photo, ErrorName.UNKNOWN))
                .hasMessageContaining("image/png")
                .hasMessageContaining("image/jpeg");
        assertThat(Rig.value(png)).isEqualTo(camera.photo);
    }
}
