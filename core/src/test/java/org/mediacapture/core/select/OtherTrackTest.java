// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediacapture.core.select.Cameras.HD;
import static org.mediacapture.core.select.Cameras.VGA;
import static org.mediacapture.core.select.Cameras.asking;
import static org.mediacapture.core.select.Cameras.other;
import static org.mediacapture.core.select.Cameras.scaled;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;

/** How another track's output is told, and when it keeps it. */
class OtherTrackTest {
    private static final List<String> EITHER = List.of("none", "crop-and-scale");
    private static final Output SCALED = scaled(640, 480, 30);

    @Test
    @Rule("RES-6")
    void whatIsBetterForAnotherTrackReplacesWhatItHas() {
        assertThat(ConstraintSolver.output(HD, other(Map.of("width", 1280), Output.of(VGA))))
                .contains(Output.of(HD));
    }

    @Test
    @Rule("CM-14")
    void whereEitherResizeModeIsGoodTheOneThatATrackHasStays() {
        for (Object words : List.of(EITHER, Map.of("exact", EITHER), Map.of("ideal", EITHER))) {
            Map<String, ?> asked = Map.of("resizeMode", words);

            assertThat(ConstraintSolver.output(VGA, other(asked, SCALED))).contains(SCALED);
            assertThat(ConstraintSolver.output(VGA, other(asked, Output.of(VGA))))
                    .contains(Output.of(VGA));
        }
    }

    @Test
    @Rule("CM-14")
    void aNativeSizeThatMustBeScaledIsToldSoAndKept() {
        double almost = 29.99999999999;
        Demand other =
                other(Map.of("frameRate", almost, "resizeMode", Map.of("exact", "crop-and-scale")), Output.of(VGA));

        assertThat(ConstraintSolver.output(VGA, other))
                .as("equal but for a tie")
                .contains(SCALED);
    }

    @Test
    @Rule("CM-14")
    void aSetAsksForScaledPicturesOnlyByThatName() {
        assertThat(asks(Map.of("resizeMode", "crop-and-scale"))).isTrue();
        assertThat(asks(Map.of("resizeMode", Map.of("exact", "crop-and-scale"))))
                .isTrue();
        assertThat(asks(Map.of("resizeMode", Map.of("ideal", "crop-and-scale"))))
                .isTrue();
        assertThat(asks(Map.of("resizeMode", "none"))).isFalse();
        assertThat(asks(Map.of("width", 640))).isFalse();
    }

    private static boolean asks(Map<String, ?> members) {
        return OutputWish.asksToScale(asking(members).basic());
    }
}
