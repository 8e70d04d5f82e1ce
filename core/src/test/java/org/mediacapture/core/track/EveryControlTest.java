// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.MeteringMode;
import org.mediacapture.constraint.PointLimit;
import org.mediacapture.constraint.ValueKind;
import org.mediacapture.core.fake.Rig;
import org.osgi.util.promise.Promise;

/** A track of a camera that has every control there is. */
class EveryControlTest {
    private static final List<ConstrainableProperty<String>> MODES = List.of(
            ConstrainableProperty.WHITE_BALANCE_MODE,
            ConstrainableProperty.EXPOSURE_MODE,
            ConstrainableProperty.FOCUS_MODE);
    private static final List<ConstrainableProperty<Double>> NUMBERS = List.of(
            ConstrainableProperty.EXPOSURE_COMPENSATION,
            ConstrainableProperty.EXPOSURE_TIME,
            ConstrainableProperty.COLOR_TEMPERATURE,
            ConstrainableProperty.ISO,
            ConstrainableProperty.BRIGHTNESS,
            ConstrainableProperty.CONTRAST,
            ConstrainableProperty.SATURATION,
            ConstrainableProperty.SHARPNESS,
            ConstrainableProperty.FOCUS_DISTANCE,
            ConstrainableProperty.PAN,
            ConstrainableProperty.TILT,
            ConstrainableProperty.ZOOM);
    private static final List<ConstrainableProperty<Boolean>> SWITCHES =
            List.of(ConstrainableProperty.TORCH, ConstrainableProperty.BACKGROUND_BLUR);

    private static final ConstrainableProperty<Double> GAIN = ConstrainableProperty.vendor(
                    "vendor:gain", ValueKind.DOUBLE, URI.create("https://camera.example/#gain"))
            .build();

    private final Studio studio = new Studio();
    private final CameraTrack track = track();

    @AfterEach
    void nothingIsLeft() {
        studio.assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exposureCompensation",
                "exposureTime",
                "colorTemperature",
                "iso",
                "brightness",
                "contrast",
                "saturation",
                "sharpness",
                "focusDistance",
                "pan",
                "tilt",
                "zoom"
            })
    @Rule("PX-22")
    void aNumberOfTheCameraMayBeRequiredOfATrack(String property) {
        Rig.value(apply(Map.of(property, Map.of("exact", 7))));
        assertThat(setting(property)).isEqualTo(7.0);
        Rig.value(apply(Map.of(property, Map.of("min", 8, "max", 9))));
        assertThat(setting(property)).isEqualTo(8.0);
        Rig.value(apply(Map.of("advanced", List.of(Map.of(property, Map.of("max", 3))))));
        assertThat(setting(property)).isEqualTo(3.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"whiteBalanceMode", "exposureMode", "focusMode"})
    @Rule("PX-22")
    void aModeOfTheCameraMayBeRequiredOfATrack(String property) {
        Rig.value(apply(Map.of(property, Map.of("exact", "manual"))));
        assertThat(setting(property)).isEqualTo("manual");
    }

    @Test
    @Rule("PX-22")
    void theTorchAndPointsOfInterestMayBeRequiredOfATrack() {
        List<Map<String, Double>> points = List.of(Map.of("x", 0.25, "y", 0.75));

        Rig.value(apply(Map.of("torch", Map.of("exact", true), "pointsOfInterest", Map.of("exact", points))));

        assertThat(setting("torch")).isEqualTo(true);
        assertThat(setting("pointsOfInterest")).isEqualTo(points);
    }

    @Test
    @Rule("RES-8")
    void aBackgroundThatCanBeBlurredIsACapabilityThatIsSetAndTold() {
        assertThat(track.getCapabilities().toMap()).containsEntry("backgroundBlur", List.of(false, true));
        assertThat(setting("backgroundBlur")).isEqualTo(false);

        Rig.value(apply(Map.of("backgroundBlur", Map.of("exact", true))));

        assertThat(setting("backgroundBlur")).isEqualTo(true);
    }

    @Test
    void aControlThatOnlyItsProviderDeclaresIsConstrainedByItsName() {
        Rig.value(apply(Map.of("vendor:gain", 3)));

        assertThat(setting("vendor:gain")).isEqualTo(3.0);
        assertThat(track.getConstraints().toMap()).containsEntry("vendor:gain", 3.0);
    }

    private CameraTrack track() {
        MediaTrackCapabilities.Builder controls = MediaTrackCapabilities.builder();
        MediaTrackSettings.Builder values = MediaTrackSettings.builder();
        for (ConstrainableProperty<String> mode : MODES) {
            controls.with(mode, Choices.of(MeteringMode.CONTINUOUS.value(), MeteringMode.MANUAL.value()));
            values.with(mode, MeteringMode.CONTINUOUS.value());
        }
        for (ConstrainableProperty<Double> number : NUMBERS) {
            controls.with(number, new MediaSettingsRange(1, 10, 1));
            values.with(number, 5.0);
        }
        for (ConstrainableProperty<Boolean> each : SWITCHES) {
            controls.with(each, Choices.of(false, true));
            values.with(each, false);
        }
        StudioCamera camera = studio.plug();
        controls.with(GAIN, new MediaSettingsRange(0, 9, 1));
        values.with(GAIN, 1.0);
        camera.fake.controls = controls.with(ConstrainableProperty.POINTS_OF_INTEREST, new PointLimit(2))
                .build();
        camera.fake.values = values.build();
        return studio.track();
    }

    private Promise<Void> apply(Map<String, ?> constraints) {
        Promise<Void> applied = track.applyConstraints(constraints);
        studio.settle();
        return applied;
    }

    private Object setting(String name) {
        return track.getSettings().toMap().get(name);
    }
}
