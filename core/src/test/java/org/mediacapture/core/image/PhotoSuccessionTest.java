// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import org.mediacapture.provider.EndCause;
import org.osgi.util.promise.Promise;

/** A photo whose camera goes is repeated on the successor, which may be another kind of camera (HS-4). */
class PhotoSuccessionTest {
    private final Studio studio = new Studio();
    private final StudioCamera camera = studio.plug();

    @BeforeEach
    void theFirstCameraHasAStillPart() {
        camera.still = Optional.of(StudioCamera.everything());
        camera.fake.still = true;
    }

    @AfterEach
    void nothingIsLeft() {
        studio.assertNothingIsLeft();
    }

    @Test
    @Rule("IC-9")
    void aFlashThatTheSuccessorDoesNotHaveIsNotSupported() {
        camera.fake.photographing.shut();
        CameraTrack track = studio.track();
        Promise<Blob> photo = studio.capture(track)
                .takePhoto(PhotoSettings.builder()
                        .fillLightMode(FillLightMode.FLASH)
                        .build());
        studio.settle();
        studio.plug();

        studio.unplug(camera);
        studio.run(1);

        assertThat(Studio.failure(photo, ErrorName.NOT_SUPPORTED)).hasMessageContaining("fillLightMode");
        assertThat(track.isLive()).isTrue();
    }

    @Test
    @Rule("X-16")
    void aSizeIsMovedToTheNearestOfTheSuccessor() {
        camera.fake.photographing.shut();
        CameraTrack track = studio.track();
        Promise<Blob> photo = studio.capture(track).takePhoto(PhotoSettings.ofSize(4000, 3000));
        studio.settle();
        StudioCamera successor = studio.plug();
        MediaSettingsRange small = new MediaSettingsRange(100, 200, 1);
        successor.still = Optional.of(
                new PhotoCapabilities(RedEyeReduction.NEVER, Optional.of(small), Optional.of(small), List.of()));

        studio.unplug(camera);
        studio.run(1);

        Rig.value(photo);
        assertThat(successor.asked()).containsExactly(PhotoSettings.ofSize(200, 200));
    }

    @Test
    @Rule("IC-8")
    void aPhotoOfAnotherSizeHasThatSizeAlsoWhenTheCameraGoesRightAfterItsRestart() {
        camera.still = Optional.empty();
        CameraTrack track = studio.track();
        studio.plug();
        camera.fake.starting.shut();
        Promise<Blob> photo = studio.capture(track).takePhoto(PhotoSettings.ofSize(1280, 720));
        studio.settle();

        camera.fake.starting.open();
        camera.fake.session().end(EndCause.LOST); // told before the restart has come back
        studio.settle();
        studio.run(1);

        assertThat(Jpegs.read(Rig.value(photo).bytes()).getWidth()).isEqualTo(1280);
    }
}
