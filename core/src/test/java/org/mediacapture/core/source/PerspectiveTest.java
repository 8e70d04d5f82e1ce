// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;

/** Pan, tilt and zoom exist for who may move the camera, and nothing else differs. */
class PerspectiveTest {
    private static final MediaTrackCapabilities CONTROLS = MediaTrackCapabilities.builder()
            .with(ConstrainableProperty.ZOOM, new MediaSettingsRange(1, 10, 1))
            .with(ConstrainableProperty.BRIGHTNESS, new MediaSettingsRange(0, 100, 1))
            .build();
    private static final MediaTrackSettings VALUES = MediaTrackSettings.builder()
            .with(ConstrainableProperty.ZOOM, 2.0)
            .with(ConstrainableProperty.BRIGHTNESS, 50.0)
            .build();
    private static final MediaTrackConstraints CONSTRAINTS = MediaTrackConstraints.fromMap(
            Map.of("zoom", 2, "brightness", 50, "advanced", List.of(Map.of("brightness", 60))));

    private final Perspective mover = new Perspective(MediaTrackSettings.empty(), true);
    private final Perspective watcher = new Perspective(MediaTrackSettings.empty(), false);

    @Test
    @Rule("PTZ-2")
    void whoMayMoveTheCameraSeesAllOfItsControls() {
        assertThat(mover.visible(CONTROLS)).isEqualTo(CONTROLS);
        assertThat(mover.visible(VALUES)).isEqualTo(VALUES);
        assertThat(mover.permitted(CONSTRAINTS)).isEqualTo(CONSTRAINTS);
    }

    @Test
    @Rule("PTZ-2")
    void whoMayNotMoveTheCameraSeesAllButPanTiltAndZoom() {
        assertThat(watcher.visible(CONTROLS).properties()).containsExactly(ConstrainableProperty.BRIGHTNESS);
        assertThat(watcher.visible(CONTROLS).get(ConstrainableProperty.BRIGHTNESS))
                .isEqualTo(CONTROLS.get(ConstrainableProperty.BRIGHTNESS));
        assertThat(watcher.visible(VALUES).toMap()).isEqualTo(Map.of("brightness", 50.0));
    }

    @Test
    @Rule("PTZ-2")
    void ofTheConstraintsOfWhoMayNotMoveTheCameraOnlyPanTiltAndZoomAreLeftOut() {
        assertThat(watcher.permitted(CONSTRAINTS))
                .isEqualTo(MediaTrackConstraints.fromMap(
                        Map.of("brightness", 50, "advanced", List.of(Map.of("brightness", 60)))));
    }
}
