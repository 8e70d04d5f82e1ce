// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediacapture.constraint.ConstrainableProperty.BRIGHTNESS;
import static org.mediacapture.constraint.ConstrainableProperty.CONTRAST;
import static org.mediacapture.constraint.ConstrainableProperty.PAN;
import static org.mediacapture.constraint.ConstrainableProperty.ZOOM;

import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.constraint.MediaTrackSettings;

class MockControlsTest {
    private final MockControls controls = new MockControls(EnumSet.allOf(MockControl.class));

    @Test
    void capabilitiesTellRangesAndSteps() {
        assertThat(MockControls.capabilities(EnumSet.allOf(MockControl.class)).toMap())
                .isEqualTo(Map.of(
                        "zoom", Map.of("min", 1.0, "max", 4.0, "step", 0.1),
                        "brightness", Map.of("min", -100.0, "max", 100.0, "step", 1.0),
                        "pan", Map.of("min", -36000.0, "max", 36000.0, "step", 360.0)));
        assertThat(MockControls.capabilities(EnumSet.of(MockControl.PAN)).properties())
                .containsExactly(PAN);
    }

    @Test
    void everyControlHasItsInitialValueAtFirst() {
        assertThat(controls.settings().toMap()).isEqualTo(Map.of("zoom", 1.0, "brightness", 0.0, "pan", 0.0));
    }

    @ParameterizedTest
    @CsvSource({"1.04,1.0", "1.06,1.1", "2.2,2.2", "2.24999,2.2", "3.999,4.0", "9,4.0", "-1,1.0", "1.3,1.3", "1.7,1.7"})
    void zoomSnapsToTenths(double wish, double value) {
        controls.apply(MediaTrackSettings.builder().with(ZOOM, wish).build());
        assertThat(controls.settings().get(ZOOM)).hasValue(value);
    }

    @ParameterizedTest
    @CsvSource({"100,0.0", "181,360.0", "-700,-720.0", "40000,36000.0", "-36000,-36000.0", "-1,0.0"})
    void panSnapsToStepsOf360ArcSeconds(double wish, double value) {
        controls.apply(MediaTrackSettings.builder().with(PAN, wish).build());
        assertThat(controls.settings().get(PAN)).hasValue(value);
    }

    @Test
    void whatIsMissingStaysAsItIs() {
        controls.apply(MediaTrackSettings.builder().with(ZOOM, 2.0).build());
        controls.apply(MediaTrackSettings.builder().with(BRIGHTNESS, -7.4).build());
        assertThat(controls.settings().toMap()).isEqualTo(Map.of("zoom", 2.0, "brightness", -7.0, "pan", 0.0));
        assertThat(controls.values()).isEqualTo(new ControlValues(2, -7, 0));
    }

    @Test
    void whatIsNotOfferedIsNotTouched() {
        MockControls zoomOnly = new MockControls(EnumSet.of(MockControl.ZOOM));
        zoomOnly.apply(MediaTrackSettings.builder()
                .with(ZOOM, 2.0)
                .with(PAN, 3600.0)
                .with(CONTRAST, 1.0)
                .build());
        assertThat(zoomOnly.settings().toMap()).isEqualTo(Map.of("zoom", 2.0));
        assertThat(zoomOnly.values()).isEqualTo(new ControlValues(2, 0, 0));
    }
}
