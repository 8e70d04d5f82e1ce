// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mediacapture.constraint.ConstrainableProperty.DEVICE_ID;
import static org.mediacapture.constraint.ConstrainableProperty.EXPOSURE_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.EXPOSURE_TIME;
import static org.mediacapture.constraint.ConstrainableProperty.FACING_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.GROUP_ID;
import static org.mediacapture.constraint.ConstrainableProperty.PAN;
import static org.mediacapture.constraint.ConstrainableProperty.POINTS_OF_INTEREST;
import static org.mediacapture.constraint.ConstrainableProperty.ZOOM;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.constraint.PointLimit;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.VideoMode;

/** Cameras to select from, and the words of the tests of this package. */
final class Cameras {
    static final VideoMode QVGA = mode(320, 240, 30);
    static final VideoMode VGA = mode(640, 480, 30);
    static final VideoMode HD = mode(1280, 720, 30);
    static final VideoMode FULL_HD = mode(1920, 1080, 30);
    static final VideoMode SLOW = mode(1920, 1080, 5);
    static final List<VideoMode> MODES = List.of(VGA, HD, FULL_HD, SLOW);

    static final MediaTrackSettings INHERENT = MediaTrackSettings.builder()
            .with(DEVICE_ID, "the-device")
            .with(GROUP_ID, "the-group")
            .with(FACING_MODE, "user")
            .build();

    private Cameras() {}

    static VideoMode mode(int width, int height, double rate) {
        return new VideoMode(width, height, rate, PixelFormat.I420);
    }

    /** A camera without controls. */
    static CameraSpace plain(VideoMode... modes) {
        return new CameraSpace(
                modes.length == 0 ? MODES : List.of(modes), MediaTrackCapabilities.empty(), MediaTrackSettings.empty());
    }

    static CameraSpace steerable() {
        return new CameraSpace(
                MODES,
                MediaTrackCapabilities.builder()
                        .with(EXPOSURE_TIME, new MediaSettingsRange(1, 10_000, 1))
                        .with(EXPOSURE_MODE, Choices.of("continuous", "manual"))
                        .with(ZOOM, new MediaSettingsRange(1, 10, 0.5))
                        .with(PAN, new MediaSettingsRange(-3600, 3600, 1))
                        .with(POINTS_OF_INTEREST, new PointLimit(2))
                        .build(),
                INHERENT);
    }

    static MediaTrackConstraints asking(Map<String, ?> members) {
        return MediaTrackConstraints.fromMap(members);
    }

    static MediaTrackConstraints advanced(Object... sets) {
        return asking(Map.of("advanced", List.of(sets)));
    }

    static Selection select(CameraSpace space, Map<String, ?> members) {
        return ConstraintSolver.select(space, Current.NONE, asking(members), List.of());
    }

    static Output output(CameraSpace space, Map<String, ?> members) {
        return select(space, members).output();
    }

    static Output scaled(int width, int height, double rate) {
        return new Output(width, height, rate, true);
    }

    static Demand other(Map<String, ?> members) {
        return new Demand(asking(members), Optional.empty());
    }

    static Demand other(Map<String, ?> members, Output output) {
        return new Demand(asking(members), Optional.of(output));
    }

    static void assertFails(String constraint, CameraSpace space, Map<String, ?> members, Demand... others) {
        assertThatThrownBy(() -> ConstraintSolver.select(space, Current.NONE, asking(members), List.of(others)))
                .isInstanceOfSatisfying(
                        OverconstrainedException.class,
                        failure -> assertThat(failure.constraint()).isEqualTo(constraint));
    }
}
