// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mediacapture.core.select.Cameras.FULL_HD;
import static org.mediacapture.core.select.Cameras.HD;
import static org.mediacapture.core.select.Cameras.VGA;
import static org.mediacapture.core.select.Cameras.asking;
import static org.mediacapture.core.select.Cameras.assertFails;
import static org.mediacapture.core.select.Cameras.mode;
import static org.mediacapture.core.select.Cameras.other;
import static org.mediacapture.core.select.Cameras.plain;
import static org.mediacapture.core.select.Cameras.scaled;
import static org.mediacapture.core.select.Cameras.steerable;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;

/** Several tracks on one camera (RES-6). */
class OtherTracksTest {
    @Test
    @Rule("RES-6")
    void theModeMustLetOtherTracksHaveWhatTheyRequire() {
        Demand large = other(Map.of("width", Map.of("min", 1900)));

        Selection selection = ConstraintSolver.select(
                plain(), Current.NONE, asking(Map.of("width", Map.of("exact", 640))), List.of(large));

        assertThat(selection.mode()).isEqualTo(FULL_HD);
        assertThat(selection.output()).isEqualTo(scaled(640, 360, 30));
    }

    @Test
    @Rule("RES-6")
    void whatCannotGoWithOtherTracksFails() {
        Demand unscaled = other(Map.of("width", Map.of("exact", 640), "resizeMode", Map.of("exact", "none")));
        Demand fast = other(Map.of("frameRate", Map.of("min", 20)));

        assertFails("width", plain(), Map.of("width", Map.of("min", 641)), unscaled);
        assertFails("width", plain(VGA, mode(1920, 1080, 5)), Map.of("width", Map.of("min", 641)), fast);
    }

    @Test
    @Rule({"PERM-7", "DEV-1", "DEV-3"})
    void aFailureTellsNothingOfWhatOtherTracksAsk() {
        Demand elsewhere = other(Map.of(
                "deviceId",
                Map.of("exact", "id-in-another-origin"),
                "groupId",
                Map.of("exact", "group-in-another-document"),
                "width",
                Map.of("min", 1900)));

        for (Map<String, ?> asked : List.<Map<String, ?>>of(
                Map.of("zoom", Map.of("exact", 99)),
                Map.of("width", Map.of("exact", 640), "resizeMode", Map.of("exact", "none")))) {
            assertThatThrownBy(
                            () -> ConstraintSolver.select(steerable(), Current.NONE, asking(asked), List.of(elsewhere)))
                    .hasMessageNotContainingAny("id-in-another", "group-in-another", "1900")
                    .hasMessageContaining("other tracks");
        }
    }

    @Test
    @Rule("RES-6")
    void aControlThatAnotherTrackHoldsIsNamed() {
        Demand zoomed = other(Map.of("zoom", Map.of("exact", 3)));

        assertFails("zoom", steerable(), Map.of("zoom", Map.of("exact", 2)), zoomed);
        assertThat(ConstraintSolver.select(steerable(), Current.NONE, asking(Map.of("zoom", 2)), List.of(zoomed))
                        .controls()
                        .toMap())
                .as("a mere wish gives way")
                .isEqualTo(Map.of("zoom", 3.0));
    }

    @Test
    @Rule("RES-6")
    void onlyRequiredConstraintsOfOthersBind() {
        Demand wishes = other(Map.of("zoom", 3, "width", 1920, "advanced", List.of(Map.of("zoom", 4, "height", 1080))));

        Selection selection = ConstraintSolver.select(
                steerable(),
                Current.NONE,
                asking(Map.of("zoom", Map.of("exact", 2), "width", Map.of("exact", 640))),
                List.of(wishes));

        assertThat(selection.controls().toMap()).isEqualTo(Map.of("zoom", 2.0));
        assertThat(selection.output()).isEqualTo(Output.of(VGA));
    }

    @Test
    @Rule("RES-6")
    void theIdentityThatAnotherTrackAskedForIsNotAskedAgain() {
        Demand elsewhere =
                other(Map.of("deviceId", Map.of("exact", "as another origin sees it"), "torch", Map.of("exact", true)));

        assertThat(ConstraintSolver.select(steerable(), Current.NONE, asking(Map.of()), List.of(elsewhere))
                        .output())
                .isEqualTo(Output.of(VGA));
    }

    @Test
    @Rule("RES-6")
    void amongEqualsOtherTracksKeepTheirOutputs() {
        Demand hd = other(Map.of(), Output.of(HD));

        assertThat(ConstraintSolver.select(plain(), Current.NONE, asking(Map.of()), List.of(hd))
                        .mode())
                .isEqualTo(HD);
        Selection cropped = ConstraintSolver.select(
                plain(), Current.NONE, asking(Map.of("width", Map.of("exact", 600))), List.of(hd));
        assertThat(cropped.mode()).isEqualTo(HD);
    }

    @Test
    @Rule("RES-6")
    void anotherTrackKeepsItsOutputWhereTheModeCanGiveIt() {
        Demand vga = other(Map.of(), Output.of(VGA));

        assertThat(ConstraintSolver.output(VGA, vga)).contains(Output.of(VGA));
        assertThat(ConstraintSolver.output(HD, vga)).contains(scaled(640, 480, 30));
        assertThat(ConstraintSolver.output(VGA, other(Map.of(), scaled(640, 480, 30))))
                .as("it is native again")
                .contains(Output.of(VGA));
        assertThat(ConstraintSolver.output(VGA, other(Map.of("resizeMode", "crop-and-scale"), scaled(640, 480, 30))))
                .as("it was asked for")
                .contains(scaled(640, 480, 30));
        assertThat(ConstraintSolver.output(
                        VGA, other(Map.of("resizeMode", Map.of("exact", "crop-and-scale")), scaled(640, 480, 30))))
                .contains(scaled(640, 480, 30));
    }

    @Test
    @Rule("RES-6")
    void anotherTrackGetsTheBestForItsConstraintsWhereItCannotKeepWhatItHas() {
        assertThat(ConstraintSolver.output(VGA, other(Map.of("width", 1280), Output.of(HD))))
                .contains(Output.of(VGA));
        assertThat(ConstraintSolver.output(HD, other(Map.of("resizeMode", Map.of("exact", "none")), Output.of(VGA))))
                .contains(Output.of(HD));
        assertThat(ConstraintSolver.output(HD, other(Map.of("width", 700)))).contains(scaled(700, 394, 30));
        assertThat(ConstraintSolver.output(
                        HD, other(Map.of("advanced", List.of(Map.of("width", 9000), Map.of("aspectRatio", 1))))))
                .contains(scaled(720, 720, 30));
        assertThat(ConstraintSolver.output(VGA, other(Map.of("width", Map.of("min", 641)), Output.of(HD))))
                .isEmpty();
    }
}
