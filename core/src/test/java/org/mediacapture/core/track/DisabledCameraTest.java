// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraState;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.frame.Blob;
import org.mediacapture.provider.CameraException;
import org.mediacapture.stream.MediaStreamTrackState;
import org.osgi.util.promise.Promise;

/** A camera whose tracks are all disabled is released, and comes back when one is wanted (TRK-13). */
@Rule("TRK-13")
class DisabledCameraTest {
    private final Studio studio = new Studio();
    private final StudioCamera camera = studio.plug();
    private final CameraTrack track = studio.track();
    private final List<String> events = Studio.events(track);

    @AfterEach
    void nothingIsLeft() {
        studio.assertNothingIsLeft();
    }

    @Test
    void itIsReleasedWithinThreeSecondsAndBlackFramesGoOn() {
        List<String> sizes = Studio.sizes(track);
        track.setEnabled(false);

        studio.run(3);
        assertThat(camera.isOpen()).isFalse();
        assertThat(state()).isEqualTo(CameraState.RELEASED);
        int before = sizes.size();
        studio.pass(1);

        assertThat(sizes.subList(before, sizes.size())).hasSizeBetween(29, 31).containsOnly("640x480");
        assertThat(track.isLive()).isTrue();
        assertThat(events).isEmpty();
    }

    @Test
    void itComesBackWithMuteAndUnmuteWhenATrackIsEnabled() {
        release();

        track.setEnabled(true);
        studio.settle();
        assertThat(camera.isOpen()).isTrue();
        assertThat(events).containsExactly("mute");
        List<String> sizes = Studio.sizes(track);
        studio.frame();

        assertThat(events).containsExactly("mute", "unmute");
        assertThat(sizes).containsExactly("640x480");
        assertThat(camera.fake.sessions()).hasSize(2);
    }

    @Test
    void aSwitchThatIsQuicklyTurnedBackReleasesNothing() {
        track.setEnabled(false);
        studio.run(1.5);
        track.setEnabled(true);
        studio.run(5);

        assertThat(camera.fake.sessions()).hasSize(1);
        assertThat(events).isEmpty();
    }

    @Test
    void aTrackThatIsStillEnabledKeepsTheCamera() {
        CameraTrack clone = track.clone();
        track.setEnabled(false);
        studio.run(5);
        assertThat(camera.isOpen()).isTrue();

        clone.stop();
        studio.run(3);

        assertThat(camera.isOpen()).isFalse();
        assertThat(track.isLive()).isTrue();
    }

    @Test
    @Rule("TRK-7")
    void aReleasedCameraHasNothingMoreToDoWhenItsLastTrackStops() {
        release();

        track.stop();
        studio.settle();

        assertThat(state()).isEqualTo(CameraState.IDLE);
        assertThat(studio.source.isInUse()).isFalse();
    }

    @Test
    @Rule({"AC-10", "AC-5"})
    void constraintsAreOnlyNotedWhileItIsReleasedAndTakenUpWhenItComesBack() {
        release();
        int calls = camera.set().size();

        Promise<Void> applied =
                track.applyConstraints(Map.of("width", 1280, "height", 720, "advanced", List.of(Map.of("zoom", 4))));
        studio.settle();
        Rig.value(applied);
        assertThat(camera.isOpen()).isFalse();
        assertThat(camera.set()).hasSize(calls);
        assertThat(track.getSettings().toMap()).containsEntry("width", 1280L).containsEntry("zoom", 4.0);
        track.setEnabled(true);
        studio.settle();

        assertThat(camera.fake.session().mode()).contains(FakeDevice.HD);
        assertThat(camera.set()).contains("zoom=4.0");
        assertThat(track.getSettings().toMap()).containsEntry("width", 1280L).containsEntry("zoom", 4.0);
    }

    @Test
    @Rule({"AC-10", "AC-4", "X-11"})
    void whatCannotBeMetIsRefusedAlsoWhileItIsReleased() {
        release();

        Promise<Void> applied = track.applyConstraints(Map.of("zoom", Map.of("exact", 99)));
        studio.settle();

        assertThat(Rig.failure(applied))
                .isInstanceOfSatisfying(
                        OverconstrainedException.class,
                        failure -> assertThat(failure.constraint()).isEqualTo("zoom"));
        assertThat(camera.isOpen()).isFalse();
    }

    @Test
    @Rule("AC-10")
    void blackFramesFollowTheConstraintsThatAreNoted() {
        release();
        List<String> sizes = Studio.sizes(track);

        track.applyConstraints(Map.of("width", 320, "height", 240, "frameRate", 10));
        studio.settle();
        studio.pass(1);

        assertThat(sizes).hasSizeBetween(9, 11).containsOnly("320x240");
    }

    @Test
    @Rule("AC-10")
    void blackFramesComeAtTheRateOfAModeThatIsNoted() {
        studio.owner.close();
        studio.settle();
        Studio other = new Studio();
        StudioCamera slowAndFast = new StudioCamera();
        slowAndFast.fake.modes = List.of(
                new org.mediacapture.provider.VideoMode(640, 480, 5, org.mediacapture.frame.PixelFormat.MJPEG),
                new org.mediacapture.provider.VideoMode(320, 240, 30, org.mediacapture.frame.PixelFormat.MJPEG));
        other.plug(slowAndFast);
        CameraTrack slow = other.track(Map.of("width", Map.of("exact", 640)));
        slow.setEnabled(false);
        other.run(3);
        Promise<Void> applied = slow.applyConstraints(Map.of("frameRate", Map.of("min", 30)));
        other.settle();
        Rig.value(applied);
        List<String> sizes = Studio.sizes(slow);

        other.pass(1);

        assertThat(sizes).hasSizeBetween(29, 31).containsOnly("320x240");
        other.assertNothingIsLeft();
    }

    @Test
    @Rule("IC-10")
    void aPhotoOfADisabledTrackOpensTheCameraAndReleasesItAgain() {
        release();
        List<String> sizes = Studio.sizes(track);

        Promise<Blob> photo = studio.capture(track).takePhoto();
        studio.settle();
        assertThat(camera.isOpen()).isTrue();
        studio.frame();
        assertThat(Rig.value(photo).type()).isEqualTo("image/jpeg");
        assertThat(sizes).as("the track stays black").allMatch(size -> size.equals("640x480"));
        studio.run(3);

        assertThat(camera.isOpen()).isFalse();
        assertThat(state()).isEqualTo(CameraState.RELEASED);
        assertThat(events).isEmpty();
    }

    @Test
    @Rule("IC-10")
    void aPhotoThatFailsReleasesTheCameraToo() {
        release();

        Promise<Blob> photo = studio.capture(track).takePhoto();
        for (int second = 0; second < 14; second++) {
            studio.run(1); // grey pictures of a wrong size are pictures too
        }

        Rig.value(photo);
        assertThat(camera.isOpen()).isFalse();
        Promise<Blob> second = studio.capture(track).takePhoto();
        camera.fake.openFailure = Optional.of(new CameraException(CameraException.Reason.BUSY, "fake: busy"));
        studio.settle();
        Studio.failure(second, ErrorName.UNKNOWN);
        assertThat(track.isLive()).isTrue();
        assertThat(state()).isEqualTo(CameraState.RELEASED);
        assertThat(events).isEmpty();
    }

    @Test
    void aTrackThatIsEnabledDuringAPhotoKeepsTheCamera() {
        release();
        Promise<Blob> photo = studio.capture(track).takePhoto(PhotoSettings.ofSize(1280, 720));
        studio.settle();

        track.setEnabled(true);
        studio.settle();
        studio.jpeg();
        Rig.value(photo);
        List<String> sizes = Studio.sizes(track);
        studio.run(5);

        assertThat(camera.fake.sessions()).hasSize(2);
        assertThat(camera.fake.session().mode()).contains(FakeDevice.VGA);
        assertThat(sizes).hasSize(50).containsOnly("640x480");
        assertThat(track.isMuted()).isFalse();
    }

    @Test
    void aTrackThatIsEnabledWhileAPhotoOpensTheCameraIsUnmutedWithTheFirstFrame() {
        release();
        camera.fake.opening.shut();
        Promise<Blob> photo = studio.capture(track).takePhoto();
        studio.settle();
        track.setEnabled(true);
        studio.settle();
        assertThat(events).containsExactly("mute");

        camera.fake.opening.open();
        studio.settle();
        studio.frame();
        studio.frame();

        Rig.value(photo);
        assertThat(events).containsExactly("mute", "unmute");
        assertThat(camera.fake.sessions()).hasSize(2);
    }

    @Test
    void aTrackThatIsDisabledAgainWhileTheCameraIsOpenedLetsItGoAgain() {
        release();
        camera.fake.opening.shut();
        track.setEnabled(true);
        studio.settle();
        track.setEnabled(false);
        studio.settle();

        camera.fake.opening.open();
        studio.settle();
        assertThat(camera.isOpen()).isTrue();
        studio.run(3);

        assertThat(camera.isOpen()).isFalse();
        assertThat(state()).isEqualTo(CameraState.RELEASED);
        assertThat(track.isMuted()).isFalse();
    }

    @Test
    void aTrackThatIsDisabledAgainBeforeItsTurnLeavesTheCameraReleased() {
        release();

        track.setEnabled(true);
        track.setEnabled(false);
        studio.settle();

        assertThat(camera.fake.sessions()).hasSize(1);
        assertThat(track.isMuted()).isFalse();
    }

    @Test
    void aTrackThatStopsWhileTheCameraIsOpenedAgainLeavesItClosedForTheNextOne() {
        release();
        camera.fake.opening.shut();
        track.setEnabled(true);
        studio.settle();

        track.stop();
        studio.settle();
        assertThat(state()).isEqualTo(CameraState.IDLE);
        camera.fake.opening.open();
        Promise<CameraTrack> next = studio.open(Map.of());
        studio.settle();

        assertThat(Rig.value(next).isLive())
                .as("at once, without a grace period")
                .isTrue();
    }

    @Test
    void aCameraThatCannotBeOpenedAgainEndsTheTrackAfterGrace() {
        release();
        camera.fake.openFailure = Optional.of(new CameraException(CameraException.Reason.BUSY, "fake: busy"));

        track.setEnabled(true);
        studio.settle();
        assertThat(events).containsExactly("mute");
        studio.pass(4.9);
        assertThat(track.isLive()).isTrue();
        studio.pass(0.2);

        assertThat(events).containsExactly("mute", "ended");
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
    }

    @Test
    void aCameraThatCanBeOpenedAgainWithinGraceGoesOn() {
        release();
        camera.fake.openFailure = Optional.of(new CameraException(CameraException.Reason.BUSY, "fake: busy"));
        track.setEnabled(true);
        studio.pass(1);

        camera.fake.openFailure = Optional.empty();
        studio.pass(3);
        studio.frame();

        assertThat(events).containsExactly("mute", "unmute");
        assertThat(track.isLive()).isTrue();
    }

    @Test
    @Rule("TRK-5")
    void aProviderThatGoesWhileTheCameraIsReleasedEndsTheTrackAfterGrace() {
        release();

        studio.unplug(camera);
        studio.pass(4.9);
        assertThat(track.isLive()).isTrue();
        assertThat(events).containsExactly("mute");
        studio.pass(0.2);

        assertThat(events).containsExactly("mute", "ended");
    }

    @Test
    void aProviderThatIsReplacedWhileTheCameraIsReleasedIsUsedWhenATrackIsEnabled() {
        release();
        StudioCamera successor = studio.plug();

        studio.unplug(camera);
        studio.settle();
        assertThat(events).isEmpty();
        track.setEnabled(true);
        studio.settle();
        studio.frame();

        assertThat(successor.isOpen()).isTrue();
        assertThat(events).containsExactly("mute", "unmute");
    }

    @Test
    void aSuccessorOfAReleasedCameraIsReleasedToo() {
        release();
        studio.unplug(camera);
        studio.settle();

        StudioCamera successor = studio.plug();
        studio.settle();
        studio.run(3);

        assertThat(successor.isOpen()).isFalse();
        assertThat(state()).isEqualTo(CameraState.RELEASED);
        assertThat(track.isMuted()).isFalse();
    }

    @Test
    @Rule({"TRK-10", "TRK-11"})
    void aCloneOfATrackOfAReleasedCameraLeavesItReleasedUntilItIsEnabled() {
        release();

        CameraTrack clone = track.clone();
        studio.run(3);
        assertThat(camera.isOpen()).isFalse();
        assertThat(clone.isLive()).isTrue();
        clone.setEnabled(true);
        studio.settle();
        studio.frame();

        assertThat(camera.isOpen()).isTrue();
        assertThat(clone.isMuted()).isFalse();
        assertThat(clone.isEnabled()).isTrue();
        assertThat(track.isEnabled()).isFalse();
    }

    @Test
    void anotherTrackOpensAReleasedCamera() {
        release();

        Promise<CameraTrack> other = studio.open(Map.of());
        studio.settle();
        List<String> sizes = Studio.sizes(Rig.value(other));
        studio.run(5);

        assertThat(camera.isOpen()).isTrue();
        assertThat(sizes).hasSize(50);
        assertThat(events).isEmpty();
    }

    @Test
    void anotherTrackThatCannotBeServedLetsTheCameraGoAgain() {
        release();

        Promise<CameraTrack> other = studio.open(Map.of("width", Map.of("exact", 5000)));
        studio.settle();
        assertThat(Rig.failure(other)).isInstanceOf(OverconstrainedException.class);
        studio.run(3);

        assertThat(camera.isOpen()).isFalse();
        assertThat(state()).isEqualTo(CameraState.RELEASED);
    }

    @Test
    void anotherTrackIsServedAlsoIfTheDisabledOneStopsMeanwhile() {
        release();
        camera.fake.opening.shut();
        Promise<CameraTrack> other = studio.open(Map.of("width", 1280, "height", 720));
        studio.settle();

        track.stop();
        studio.settle();
        camera.fake.opening.open();
        studio.settle();

        assertThat(Rig.value(other).getSettings().toMap()).containsEntry("width", 1280L);
        assertThat(camera.fake.session().mode()).contains(FakeDevice.HD);
    }

    @Test
    void aMutedCameraIsReleasedTooAndItsBlackFramesAreNotMuted() {
        camera.fake.session().sink().muted(true);
        studio.settle();
        track.setEnabled(false);
        studio.pass(3);
        List<String> sizes = Studio.sizes(track);
        studio.pass(1);

        assertThat(camera.isOpen()).isFalse();
        assertThat(sizes).isNotEmpty();
        assertThat(events).containsExactly("mute", "unmute");
    }

    @Test
    void aSuccessorThatIsReleasedBeforeItsFirstFrameMayBeLostAgain() {
        track.setEnabled(false);
        studio.frame();
        camera.fake.session().end(org.mediacapture.provider.EndCause.LOST);
        studio.settle();
        assertThat(camera.isOpen()).as("the same camera is its own successor").isTrue();
        studio.pass(3); // released without a frame
        assertThat(state()).isEqualTo(CameraState.RELEASED);
        studio.pass(60);

        track.setEnabled(true);
        studio.settle();
        studio.frame();
        camera.fake.session().end(org.mediacapture.provider.EndCause.LOST);
        studio.settle();
        studio.frame();

        assertThat(track.isLive()).as("grace counts from the new loss").isTrue();
        assertThat(events).endsWith("mute", "unmute");
    }

    @Test
    @Rule("IC-12")
    void photoSettingsOfAReleasedCameraAreThoseOfItsStillPart() {
        studio.owner.close();
        studio.settle();
        Studio other = new Studio();
        StudioCamera still = new StudioCamera();
        still.still = Optional.of(StudioCamera.everything());
        still.photoSettings = PhotoSettings.ofSize(4000, 3000);
        other.plug(still);
        CameraTrack disabled = other.track();
        disabled.setEnabled(false);
        other.run(3);

        Promise<PhotoSettings> settings = other.capture(disabled).getPhotoSettings();
        other.settle();
        assertThat(Rig.value(settings)).isEqualTo(PhotoSettings.ofSize(4000, 3000));
        other.run(3);

        assertThat(still.isOpen()).isFalse();
        other.assertNothingIsLeft();
    }

    @Test
    void readSettingsOfAReleasedCameraTellsWhatIsKnownWithoutOpeningIt() {
        release();

        Promise<MediaTrackSettings> settings = track.readSettings();
        studio.settle();

        assertThat(Rig.value(settings)).isEqualTo(track.getSettings());
        assertThat(camera.isOpen()).isFalse();
    }

    private void release() {
        track.setEnabled(false);
        studio.run(3);
        assertThat(state()).isEqualTo(CameraState.RELEASED);
    }

    private CameraState state() {
        return studio.source.view().state();
    }

    @Test
    @Rule("OC-2")
    void whatIsAnotherWayAfterItWasOpenedAgainIsTold() {
        release();
        StudioCamera successor = studio.plug();
        successor.fake.controls = FakeDevice.ZOOM;
        successor.fake.values = MediaTrackSettings.builder()
                .with(ConstrainableProperty.ZOOM, 1.0)
                .build();
        studio.unplug(camera);
        studio.settle();

        track.setEnabled(true);
        studio.settle();
        studio.frame();

        assertThat(track.getCapabilities().toMap()).doesNotContainKey("brightness");
        assertThat(events).contains("configurationchange");
    }

    @Test
    @Rule("PTZ-2")
    void aTrackThatMayMoveItNoLongerComesBackAllTheSame() {
        Promise<Void> applied = track.applyConstraints(Map.of("pan", Map.of("exact", 60)));
        studio.settle();
        Rig.value(applied);
        studio.owner.revokePanTiltZoom("camera, pan-tilt-zoom", "the permission was taken back");
        release();

        track.setEnabled(true);
        studio.run(10);
        assertThat(track.isMuted()).isFalse();
        studio.plug();
        studio.unplug(camera);
        studio.run(10);

        assertThat(track.isLive()).isTrue();
        assertThat(track.isMuted()).isFalse();
    }

    @Test
    void itIsNotOpenedAgainBeforeItsDocumentIsShown() {
        release();
        studio.owner.hide(true);

        track.setEnabled(true);
        studio.run(5);
        assertThat(camera.isOpen()).isFalse();
        assertThat(track.isMuted()).isTrue();
        studio.owner.hide(false);
        studio.settle();
        studio.frame();

        assertThat(events).containsExactly("mute", "unmute");
    }
}
