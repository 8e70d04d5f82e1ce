// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;

/** The supported constraints are the table, and nothing else. */
class SupportedConstraintsTest {
    private final MediaTrackSupportedConstraints supported = MediaTrackSupportedConstraints.all();

    @Test
    @Rule("SUP-1")
    void everyKnownNameIsTrueAndOthersAreAbsent() {
        assertThat(supported.toMap())
                .hasSameSizeAs(supported.properties())
                .doesNotContainKey("magic")
                .allSatisfy((name, value) -> {
                    assertThat(ConstrainableProperty.named(name)).isPresent();
                    assertThat(value).isEqualTo(true);
                });
        assertThat(supported.properties()).allMatch(supported::supports);
    }

    @Test
    @Rule("SUP-1")
    void propertiesOfADeviceAreNotAmongThem() {
        ConstrainableProperty<Double> gain = ConstrainableProperty.vendor(
                        "vendor:gain", ValueKind.DOUBLE, URI.create("https://camera.example/#gain"))
                .build();

        assertThat(supported.supports(gain)).isFalse();
        assertThat(supported.toMap()).doesNotContainKey("vendor:gain");
    }

    @Test
    @Rule("SUP-1")
    void changingTheMapChangesNothing() {
        supported.toMap().clear();

        assertThat(supported.toMap()).hasSize(34);
    }

    @Test
    @Rule("SUP-2")
    void theNamesOfBothSpecificationsAreSupported() {
        assertThat(supported.toMap())
                .containsOnlyKeys(
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
                        "voiceIsolation",
                        "latency",
                        "channelCount",
                        "deviceId",
                        "groupId",
                        "backgroundBlur",
                        "whiteBalanceMode",
                        "exposureMode",
                        "focusMode",
                        "pointsOfInterest",
                        "exposureCompensation",
                        "exposureTime",
                        "colorTemperature",
                        "iso",
                        "brightness",
                        "contrast",
                        "pan",
                        "saturation",
                        "sharpness",
                        "focusDistance",
                        "tilt",
                        "zoom",
                        "torch");
    }
}
