// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mediacapture.core.select.Cameras.FULL_HD;
import static org.mediacapture.core.select.Cameras.HD;
import static org.mediacapture.core.select.Cameras.QVGA;
import static org.mediacapture.core.select.Cameras.SLOW;
import static org.mediacapture.core.select.Cameras.VGA;
import static org.mediacapture.core.select.Cameras.advanced;
import static org.mediacapture.core.select.Cameras.asking;
import static org.mediacapture.core.select.Cameras.assertFails;
import static org.mediacapture.core.select.Cameras.mode;
import static org.mediacapture.core.select.Cameras.output;
import static org.mediacapture.core.select.Cameras.plain;
import static org.mediacapture.core.select.Cameras.scaled;
import static org.mediacapture.core.select.Cameras.select;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.provider.VideoMode;

/** Which mode, size, rate and resize mode constraints come to. */
class OutputSelectionTest {
    @Test
    @Rule({"CM-10", "RES-1", "W-1"})
    void aNativeSizeWinsOverTheSameOneMadeByScaling() {
        assertThat(select(plain(), Map.of("width", 1280)).mode()).isEqualTo(HD);
        assertThat(output(plain(), Map.of("width", 1280))).isEqualTo(Output.of(HD));
    }

    @Test
    @Rule({"RES-1", "RES-3"})
    void whatIsNotAskedFollowsTheModesRatio() {
        assertThat(output(plain(HD), Map.of("width", 700))).isEqualTo(scaled(700, 394, 30));
        assertThat(output(plain(HD), Map.of("width", Map.of("exact", 641)))).isEqualTo(scaled(641, 361, 30));
        assertThat(output(plain(HD), Map.of("height", Map.of("exact", 361)))).isEqualTo(scaled(642, 361, 30));
        assertThat(output(plain(HD), Map.of("width", Map.of("max", 500)))).isEqualTo(scaled(500, 281, 30));
        assertThat(output(plain(HD), Map.of("height", Map.of("max", 300), "width", Map.of("max", 1000))))
                .isEqualTo(scaled(533, 300, 30));
    }

    @Test
    @Rule({"CM-10", "CM-12"})
    void aRangeIsMetByANativeSizeWhereOneLiesInIt() {
        assertThat(output(plain(HD), Map.of("width", Map.of("min", 700)))).isEqualTo(Output.of(HD));
        assertThat(output(plain(HD, QVGA), Map.of("width", Map.of("max", 500)))).isEqualTo(Output.of(QVGA));
    }

    @Test
    @Rule("RES-3")
    void nothingIsEverScaledUp() {
        assertFails("width", plain(), Map.of("width", Map.of("min", 1921)));
        assertFails("height", plain(), Map.of("height", Map.of("exact", 1081)));
        assertFails("frameRate", plain(), Map.of("frameRate", Map.of("exact", 30.5)));
        assertThat(output(plain(), Map.of("width", 5000)).width()).isEqualTo(1920);
        assertFails(
                "",
                plain(mode(640, 480, 30), mode(480, 640, 30)),
                Map.of("width", Map.of("exact", 640), "height", Map.of("exact", 640)));
    }

    @Test
    @Rule("RES-2")
    void ratesAreReachedByDroppingFrames() {
        assertThat(output(plain(VGA), Map.of("frameRate", 15))).isEqualTo(scaled(640, 480, 15));
        assertThat(output(plain(VGA), Map.of("frameRate", Map.of("exact", 7)))).isEqualTo(scaled(640, 480, 7));
        assertThat(output(plain(VGA), Map.of("frameRate", Map.of("max", 12)))).isEqualTo(scaled(640, 480, 12));
        assertThat(output(plain(VGA), Map.of("frameRate", Map.of("min", 12)))).isEqualTo(Output.of(VGA));
        assertThat(output(plain(VGA), Map.of("frameRate", 60))).isEqualTo(Output.of(VGA));
        assertThat(output(plain(), Map.of("frameRate", 5))).isEqualTo(Output.of(SLOW));
    }

    @Test
    @Rule("RES-2")
    void noFramesAtAllIsNoRate() {
        assertFails("frameRate", plain(), Map.of("frameRate", Map.of("exact", 0)));
        assertFails("frameRate", plain(), Map.of("frameRate", Map.of("max", 0)));
        assertThat(output(plain(), Map.of("frameRate", 0)))
                .as("equally far from each")
                .isEqualTo(Output.of(VGA));
    }

    @Test
    @Rule("CM-14")
    void cropAndScaleAloneIsMetByANativeMode() {
        assertThat(output(plain(), Map.of("resizeMode", Map.of("exact", "crop-and-scale"))))
                .isEqualTo(scaled(640, 480, 30));
        assertThat(output(plain(), Map.of("resizeMode", "crop-and-scale"))).isEqualTo(scaled(640, 480, 30));
        assertThat(output(plain(), Map.of("resizeMode", "crop-and-scale", "width", Map.of("exact", 1280))))
                .isEqualTo(scaled(1280, 720, 30));
    }

    @Test
    @Rule("CM-14")
    void eachModeIsThereAsItComesAndAlsoAsScaled() {
        for (VideoMode mode : Cameras.MODES) {
            for (String resizeMode : List.of("none", "crop-and-scale")) {
                assertThat(output(
                                plain(),
                                Map.of(
                                        "width", Map.of("exact", mode.width()),
                                        "height", Map.of("exact", mode.height()),
                                        "frameRate", Map.of("exact", mode.frameRate()),
                                        "resizeMode", Map.of("exact", resizeMode))))
                        .isEqualTo(new Output(
                                mode.width(), mode.height(), mode.frameRate(), resizeMode.equals("crop-and-scale")));
            }
        }
    }

    @Test
    @Rule({"CM-10", "W-2", "W-3", "W-4", "W-6"})
    void theWorkedExamplesOfNativeModesAreSelected() {
        assertSelects(HD, 0.15625, Map.of("width", 1280, "height", 720, "aspectRatio", 1.5));
        assertSelects(HD, 0, Map.of("width", Map.of("min", 1000, "ideal", 1280), "frameRate", Map.of("min", 20)));
        assertSelects(FULL_HD, 0.5, Map.of("width", Map.of("exact", 1920), "frameRate", 60));
        assertSelects(VGA, 1, Map.of("width", 0));
    }

    private static void assertSelects(VideoMode mode, double distance, Map<String, ?> asked) {
        Map<String, Object> unscaled = new HashMap<>(asked);
        unscaled.put("resizeMode", Map.of("exact", "none"));

        Selection selection = Cameras.select(plain(), unscaled);

        assertThat(selection.output()).isEqualTo(Output.of(mode));
        assertThat(selection.distance()).isEqualTo(distance, within(1e-6));
    }

    @Test
    @Rule({"RES-3", "CM-7"})
    void aWishForUnscaledPicturesWeighsAgainstAWishForASize() {
        assertThat(output(plain(), Map.of("resizeMode", "none", "width", 1000))).isEqualTo(Output.of(HD));
        assertThat(output(plain(), Map.of("resizeMode", Map.of("exact", "none"), "width", 700)))
                .isEqualTo(Output.of(VGA));
    }

    @Test
    @Rule({"CM-17", "X-15", "W-11"})
    void w11TwoExactSizesAreMetByCropping() {
        Map<String, ?> asked = Map.of("width", Map.of("exact", 1280), "height", Map.of("exact", 1080));

        assertThat(select(plain(), asked).mode()).isEqualTo(FULL_HD);
        assertThat(output(plain(), asked)).isEqualTo(scaled(1280, 1080, 30));
    }

    @Test
    @Rule({"CM-4", "CM-11", "W-12"})
    void w12ASetThatCannotBeMetIsSkippedAndTheNextOneIsTried() {
        MediaTrackConstraints asked = advanced(Map.of("width", 1920, "height", 1280), Map.of("aspectRatio", 4 / 3.0));

        assertThat(ConstraintSolver.select(plain(), Current.NONE, asked, List.of())
                        .output())
                .isEqualTo(Output.of(VGA));
    }

    @Test
    @Rule("RES-4")
    void widthHeightAndRatioConstrainEachOther() {
        assertThat(output(plain(HD), Map.of("aspectRatio", Map.of("exact", 1)))).isEqualTo(scaled(720, 720, 30));
        assertThat(output(plain(HD), Map.of("aspectRatio", 1.5))).isEqualTo(scaled(1080, 720, 30));
        assertThat(output(plain(HD), Map.of("aspectRatio", Map.of("min", 1.3, "max", 1.4))))
                .isEqualTo(scaled(1008, 720, 30));
        assertThat(output(plain(HD), Map.of("aspectRatio", Map.of("exact", 4 / 3.0), "width", Map.of("exact", 400))))
                .isEqualTo(scaled(400, 300, 30));
        assertFails("", plain(HD), Map.of("aspectRatio", Map.of("exact", 1), "width", Map.of("min", 721)));
        assertFails("", plain(HD), Map.of("aspectRatio", Map.of("exact", 1.5), "height", Map.of("exact", 101)));
    }

    @Test
    @Rule("CM-3")
    void theRangeOfAConstraintFiltersAndItsIdealRanks() {
        assertThat(output(plain(HD), Map.of("width", Map.of("min", 160, "ideal", 320))))
                .isEqualTo(scaled(320, 180, 30));
        assertThat(output(plain(HD), Map.of("width", Map.of("min", 500, "ideal", 320))))
                .isEqualTo(scaled(500, 281, 30));
    }

    @Test
    @Rule("CM-12")
    void withoutAWishItIs640By480At30() {
        assertThat(output(plain(SLOW, FULL_HD, HD, mode(640, 480, 15), VGA), Map.of()))
                .isEqualTo(Output.of(VGA));
        assertThat(output(plain(), Map.of("width", 0))).as("W-6").isEqualTo(Output.of(VGA));
    }

    @Test
    @Rule({"CM-12", "RES-3"})
    void withoutAWishALargerPictureIsBetterThanOneThatIsTooSmall() {
        assertThat(output(plain(QVGA, FULL_HD), Map.of())).isEqualTo(Output.of(FULL_HD));
        assertThat(output(plain(FULL_HD, HD, QVGA), Map.of())).isEqualTo(Output.of(HD));
        assertThat(output(plain(SLOW, QVGA), Map.of()))
                .as("nor should it be jerky")
                .isEqualTo(Output.of(QVGA));
        assertThat(output(plain(mode(160, 120, 30), QVGA), Map.of())).isEqualTo(Output.of(QVGA));
    }

    @Test
    @Rule({"CM-10", "OC-2"})
    void amongEqualsNothingChanges() {
        Current slow = new Current(Optional.of(SLOW), Optional.of(scaled(333, 222, 2)), MediaTrackSettings.empty());

        Selection kept = ConstraintSolver.select(plain(), slow, MediaTrackConstraints.none(), List.of());

        assertThat(kept.mode()).isEqualTo(SLOW);
        assertThat(kept.output()).isEqualTo(scaled(333, 222, 2));
        assertThat(ConstraintSolver.select(plain(), slow, asking(Map.of("width", 1920)), List.of())
                        .output())
                .as("now another output is nearer")
                .isEqualTo(Output.of(SLOW));
    }

    @Test
    @Rule("CM-10")
    void amongEqualsTheCurrentModeIsNotRestarted() {
        Current slow = new Current(Optional.of(SLOW), Optional.empty(), MediaTrackSettings.empty());

        assertThat(ConstraintSolver.select(plain(), slow, MediaTrackConstraints.none(), List.of())
                        .mode())
                .isEqualTo(SLOW);
        Current fullHd = new Current(Optional.of(FULL_HD), Optional.empty(), MediaTrackSettings.empty());
        Selection cropped =
                ConstraintSolver.select(plain(), fullHd, asking(Map.of("width", Map.of("exact", 600))), List.of());
        assertThat(cropped.mode()).isEqualTo(FULL_HD);
        assertThat(cropped.output()).isEqualTo(scaled(600, 338, 30));
    }

    @Test
    @Rule("CM-10")
    void amongEqualsTheProvidersOrderDecidesLast() {
        assertThat(select(plain(mode(800, 600, 30), mode(800, 600, 30)), Map.of())
                        .mode())
                .isEqualTo(mode(800, 600, 30));
        assertThat(select(plain(mode(640, 480, 60), mode(640, 480, 15)), Map.of())
                        .mode())
                .as("both are as far from 30 frames")
                .isEqualTo(mode(640, 480, 60));
    }
}
