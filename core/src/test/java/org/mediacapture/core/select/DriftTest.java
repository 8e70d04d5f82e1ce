// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediacapture.core.select.Cameras.HD;
import static org.mediacapture.core.select.Cameras.SLOW;
import static org.mediacapture.core.select.Cameras.VGA;
import static org.mediacapture.core.select.Cameras.other;
import static org.mediacapture.core.select.Cameras.scaled;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;

/** What a track gets when the camera went by itself where its constraints cannot be met. */
class DriftTest {
    @Test
    @Rule("OC-1")
    void aModeThatIsTooSlowStillGivesTheRequiredSize() {
        Demand fast =
                other(Map.of("width", Map.of("exact", 640), "frameRate", Map.of("min", 25)), scaled(640, 480, 30));

        assertThat(ConstraintSolver.outputAfterDrift(SLOW, fast)).isEqualTo(scaled(640, 360, 5));
    }

    @Test
    @Rule("OC-1")
    void aModeThatIsTooSmallGivesAsMuchAsItHasOfThePresentOutput() {
        Demand large = other(Map.of("width", Map.of("min", 641)), scaled(1280, 400, 15));

        assertThat(ConstraintSolver.outputAfterDrift(VGA, large)).isEqualTo(scaled(640, 400, 15));
    }

    @Test
    @Rule("OC-1")
    void aModeThatHasNothingOfWhatIsRequiredIsDeliveredAsItIs() {
        Demand unknown = other(Map.of("resizeMode", Map.of("exact", "stretch")), scaled(320, 240, 15));

        assertThat(ConstraintSolver.outputAfterDrift(VGA, unknown)).isEqualTo(Output.of(VGA));
    }

    @Test
    @Rule("OC-1")
    void aModeThatMeetsWhatIsRequiredGivesIt() {
        Demand vga = other(Map.of("width", Map.of("exact", 640)), Output.of(VGA));

        assertThat(ConstraintSolver.outputAfterDrift(HD, vga)).isEqualTo(scaled(640, 480, 30));
    }
}
