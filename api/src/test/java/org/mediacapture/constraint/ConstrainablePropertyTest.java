// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.conformance.Rule;

/** The table of all constrainable properties, column by column, against the specification's IDL. */
class ConstrainablePropertyTest {
    @ParameterizedTest
    @Rule({"IDL-6", "IDL-8"})
    @CsvSource({
        "width,NUMBER,ULONG_RANGE",
        "height,NUMBER,ULONG_RANGE",
        "aspectRatio,NUMBER,DOUBLE_RANGE",
        "frameRate,NUMBER,DOUBLE_RANGE",
        "facingMode,STRING,LIST",
        "resizeMode,STRING,LIST",
        "sampleRate,NUMBER,ULONG_RANGE",
        "sampleSize,NUMBER,ULONG_RANGE",
        "echoCancellation,BOOLEAN_OR_STRING,LIST",
        "autoGainControl,BOOLEAN,LIST",
        "noiseSuppression,BOOLEAN,LIST",
        "latency,NUMBER,DOUBLE_RANGE",
        "channelCount,NUMBER,ULONG_RANGE",
        "deviceId,STRING,SINGLE",
        "groupId,STRING,SINGLE",
        "backgroundBlur,BOOLEAN,LIST",
        "whiteBalanceMode,STRING,LIST",
        "exposureMode,STRING,LIST",
        "focusMode,STRING,LIST",
        "pointsOfInterest,POINTS,NONE",
        "exposureCompensation,NUMBER,STEPPED_RANGE",
        "exposureTime,NUMBER,STEPPED_RANGE",
        "colorTemperature,NUMBER,STEPPED_RANGE",
        "iso,NUMBER,STEPPED_RANGE",
        "brightness,NUMBER,STEPPED_RANGE",
        "contrast,NUMBER,STEPPED_RANGE",
        "pan,NUMBER_OR_PRESENCE,STEPPED_RANGE",
        "saturation,NUMBER,STEPPED_RANGE",
        "sharpness,NUMBER,STEPPED_RANGE",
        "focusDistance,NUMBER,STEPPED_RANGE",
        "tilt,NUMBER_OR_PRESENCE,STEPPED_RANGE",
        "zoom,NUMBER_OR_PRESENCE,STEPPED_RANGE",
        "torch,BOOLEAN,LIST",
        "voiceIsolation,BOOLEAN,LIST"
    })
    void theShapesAreThoseOfTheIdl(String name, ConstraintShape constraint, CapabilityShape capability) {
        ConstrainableProperty<?> property = ConstrainableProperty.named(name).orElseThrow();

        assertThat(property.constraintShape()).as("IDL-6").isEqualTo(constraint);
        assertThat(property.capabilityShape()).as("IDL-8").isEqualTo(capability);
        assertThat(property.spec().isAbsolute()).isTrue();
        assertThat(property.spec().getFragment()).endsWithIgnoringCase(name);
        assertThat(property).hasToString(name);
        assertThat(property.unit().isEmpty())
                .as("numbers have units")
                .isEqualTo(!constraint.hasRange() && constraint != ConstraintShape.POINTS);
    }

    @Test
    void thereAre34OfThem() {
        assertThat(ConstrainableProperty.all()).hasSize(34).doesNotHaveDuplicates();
        assertThat(ConstrainableProperty.named("magic")).isEmpty();
    }

    @Test
    @Rule({"GUM-7", "PX-22"})
    void gum7TheseMayBeRequiredInGetUserMedia() {
        assertThat(names(ConstrainableProperty::requiredInGetUserMedia))
                .containsExactlyInAnyOrder(
                        "width",
                        "height",
                        "aspectRatio",
                        "frameRate",
                        "facingMode",
                        "resizeMode",
                        "sampleRate",
                        "sampleSize",
                        "echoCancellation",
                        "autoGainControl",
                        "noiseSuppression",
                        "latency",
                        "channelCount",
                        "deviceId",
                        "groupId");
    }

    @Test
    @Rule({"PX-22", "X-9"})
    void noneOfImageCaptureMayBeRequiredInGetUserMedia() {
        assertThat(names(property -> property.spec().getPath().contains("image-capture")))
                .hasSize(17)
                .doesNotContainAnyElementsOf(names(ConstrainableProperty::requiredInGetUserMedia));
    }

    @Test
    void cm15TheseAreInherent() {
        assertThat(names(ConstrainableProperty::inherent))
                .containsExactlyInAnyOrder("deviceId", "facingMode", "groupId");
    }

    @Test
    void ptz1TheseNeedThePermission() {
        assertThat(names(property -> property.permission() == PropertyPermission.PAN_TILT_ZOOM))
                .containsExactlyInAnyOrder("pan", "tilt", "zoom");
    }

    @Test
    void theseAreOfSound() {
        assertThat(names(property -> property.media().contains(MediaKind.AUDIO)))
                .containsExactlyInAnyOrder(
                        "sampleRate",
                        "sampleSize",
                        "echoCancellation",
                        "autoGainControl",
                        "noiseSuppression",
                        "latency",
                        "channelCount",
                        "deviceId",
                        "groupId",
                        "voiceIsolation");
    }

    @Test
    void px27TheseDependOnAMode() {
        assertThat(names(property -> property.dependsOn().isPresent()))
                .containsExactlyInAnyOrder("exposureCompensation", "exposureTime", "colorTemperature", "focusDistance");
        assertThat(ConstrainableProperty.EXPOSURE_TIME.dependsOn())
                .contains(new ModeDependency(ConstrainableProperty.EXPOSURE_MODE, Set.of("manual")));
    }

    @Test
    void aProviderMayDeclareItsOwn() {
        ConstrainableProperty<Double> gain = ConstrainableProperty.vendor(
                        "vendor:gain", ValueKind.DOUBLE, URI.create("https://camera.example/#gain"))
                .unit("dB")
                .build();

        assertThat(gain.isVendor()).isTrue();
        assertThat(gain.requiredInGetUserMedia()).isFalse();
        assertThat(gain.capabilityShape()).isEqualTo(CapabilityShape.STEPPED_RANGE);
        assertThat(ConstrainableProperty.named("vendor:gain")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConstrainableProperty.vendor("gain", ValueKind.DOUBLE, URI.create("x:y")))
                .withMessageContaining("\"gain\"")
                .withMessageContaining("\"vendor:\"");
    }

    private static Set<String> names(Predicate<ConstrainableProperty<?>> column) {
        return ConstrainableProperty.all().stream()
                .filter(column)
                .map(ConstrainableProperty::name)
                .collect(Collectors.toSet());
    }
}
