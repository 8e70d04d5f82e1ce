// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.PointLimit;

class ControlSyntaxTest {
    @Test
    void aNameAloneIsTheStandardControl() {
        for (MockControl control : MockControl.values()) {
            assertThat(ControlSyntax.parse(control.propertyName())).isEqualTo(control.standard());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zoom=100..400/1=100, 100, 400, 1, 100",
        "zoom=1..10/0.5, 1, 10, 0.5, 1",
        "zoom=2..10, 2, 10, 0, 2",
        "brightness=0..255/1=128, 0, 255, 1, 128",
        "brightness=-64..64/8, -64, 64, 8, 0",
        "pan=-648000..648000/3600=-7200, -648000, 648000, 3600, -7200",
        "iso=400..400=400, 400, 400, 0, 400"
    })
    void aNumberHasRangeStepAndInitialValue(String element, double min, double max, double step, double initial) {
        ControlOffer offer = ControlSyntax.parse(element);
        assertThat(offer.capability()).isEqualTo(new MediaSettingsRange(min, max, step));
        assertThat(offer.initial()).isEqualTo(initial);
    }

    @Test
    void aModeHasChoicesAndAnInitialOne() {
        ControlOffer offer = ControlSyntax.parse("focusMode=manual|continuous=continuous");
        assertThat(offer.capability()).isEqualTo(Choices.of("manual", "continuous"));
        assertThat(offer.initial()).isEqualTo("continuous");
        assertThat(ControlSyntax.parse("exposureMode=manual").initial()).isEqualTo("manual");
        assertThat(ControlSyntax.parse("torch=true").capability()).isEqualTo(Choices.of(true));
        assertThat(ControlSyntax.parse("torch=true|false=false").initial()).isEqualTo(false);
        assertThat(ControlSyntax.parse("pointsOfInterest=9").capability()).isEqualTo(new PointLimit(9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoom=",
                "zoom=1",
                "zoom=1..",
                "zoom=1..4/",
                "zoom=1..4/0.1=",
                "zoom=a..b",
                "zoom=1-4",
                "zoom=1..4/1/1",
                "zoom=NaN..4",
                "zoom=1..1e9"
            })
    void aRangeThatIsNoneIsRefusedWithAnExample(String element) {
        assertThatThrownBy(() -> ControlSyntax.parse(element))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("controls: \"" + element + "\"")
                .hasMessageContaining("NAME=MIN..MAX/STEP=INITIAL")
                .hasMessageContaining("\"zoom=100..400/1=100\"");
    }

    @ParameterizedTest
    @CsvSource({
        "zoom=4..1, a range with MIN <= MAX and STEP >= 0",
        "zoom=1..4/-1, a range with MIN <= MAX and STEP >= 0",
        "zoom=1..4/1=5, an initial value from 1.0 to 4.0 on a step",
        "zoom=1..4/1=1.5, an initial value from 1.0 to 4.0 on a step",
        "focusMode=macro, CHOICES are of none|manual|single-shot|continuous",
        "focusMode=manual|continuous=none, INITIAL is one of them",
        "focusMode=manual|manual, CHOICES are of",
        "focusMode=, CHOICES are of",
        "torch=on, CHOICES are of false|true",
        "pointsOfInterest=0, 'the largest number of points, 1 to 999'",
        "pointsOfInterest=many, 'the largest number of points, 1 to 999'"
    })
    void aWrongValueIsRefusedAndTheMessageTellsWhatIsAccepted(String element, String accepted) {
        assertThatThrownBy(() -> ControlSyntax.parse(element))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("controls: \"" + element + "\" is not ")
                .hasMessageContaining(accepted);
    }

    @Test
    void anUnknownNameIsRefusedWithAllNames() {
        assertThatThrownBy(() -> ControlSyntax.parse("gain=1..2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("controls: \"gain\" is not one of whiteBalanceMode, exposureMode, focusMode")
                .hasMessageEndingWith("zoom, torch");
    }

    @Test
    void aControlIsThereOnce() {
        assertThatThrownBy(() -> OfferedControls.of(List.of("zoom", "zoom=1..2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("controls: zoom is there twice; once is accepted");
    }

    @Test
    void aPictureIsNeutralAtTheInitialValueOfAnyRange() {
        OfferedControls uvc = OfferedControls.of(List.of(
                "brightness=0..255/1=128",
                "contrast=0..95/1=32",
                "focusDistance=0..1023/1=300",
                "iso=0..1=0",
                "zoom=0..10=0",
                "pan=100..400/1=100"));
        MockControls controls = new MockControls(uvc);
        assertThat(controls.look()).isEqualTo(Look.NEUTRAL);
        controls.apply(
                MediaTrackSettings.fromMap(Map.of("brightness", 0, "contrast", 95, "zoom", 10, "pan", 400), List.of()),
                0);
        assertThat(controls.look().brightness()).isEqualTo(-100);
        assertThat(controls.look().contrast()).isEqualTo(2);
        assertThat(controls.look().zoom()).isEqualTo(4);
        assertThat(controls.look().pan()).isEqualTo(300);
    }
}
