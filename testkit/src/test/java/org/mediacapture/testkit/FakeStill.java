// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mediacapture.constraint.FillLightMode;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.constraint.RedEyeReduction;
import org.mediacapture.frame.Blob;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.StillCamera;

/** The still part of a fake camera, with two sizes. Confined to the camera's control queue. */
final class FakeStill implements StillCamera {
    private final FakeSession session;
    private final Set<Fault> faults;

    FakeStill(FakeSession session, Set<Fault> faults) {
        this.session = session;
        this.faults = faults;
    }

    @Override
    public PhotoCapabilities capabilities() {
        return new PhotoCapabilities(
                RedEyeReduction.CONTROLLABLE,
                Optional.of(new MediaSettingsRange(24, 48, 24)),
                Optional.of(new MediaSettingsRange(32, 64, 32)),
                List.of(FillLightMode.AUTO, FillLightMode.OFF));
    }

    @Override
    public PhotoSettings settings() throws CameraException {
        session.requireOpen();
        if (faults.contains(Fault.NO_PHOTO_SETTINGS)) {
            return PhotoSettings.none();
        }
        return PhotoSettings.builder()
                .imageWidth(64)
                .imageHeight(48)
                .fillLightMode(FillLightMode.AUTO)
                .redEyeReduction(false)
                .build();
    }

    @Override
    public Blob takePhoto(PhotoSettings settings) throws CameraException {
        session.requireOpen();
        if (faults.contains(Fault.PHOTO_ENDS_STREAM)) {
            session.stop();
        }
        boolean small = settings.imageWidth().filter(width -> width < 48).isPresent()
                || settings.imageHeight().filter(height -> height < 36).isPresent();
        byte[] file =
                small && !faults.contains(Fault.ONE_PHOTO_SIZE) ? FakePictures.jpeg(32, 24) : FakePictures.jpeg(64, 48);
        return new Blob(
                "image/jpeg", faults.contains(Fault.PHOTO_CUT_SHORT) ? Arrays.copyOf(file, file.length / 2) : file);
    }
}
