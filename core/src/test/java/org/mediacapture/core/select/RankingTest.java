// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediacapture.core.select.Cameras.HD;
import static org.mediacapture.core.select.Cameras.VGA;
import static org.mediacapture.core.select.Cameras.asking;
import static org.mediacapture.core.select.Cameras.mode;
import static org.mediacapture.core.select.Cameras.other;
import static org.mediacapture.core.select.Cameras.output;
import static org.mediacapture.core.select.Cameras.plain;
import static org.mediacapture.core.select.Cameras.scaled;
import static org.mediacapture.core.select.Cameras.select;
import static org.mediacapture.core.select.Cameras.steerable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.provider.VideoMode;

/** What is chosen among equals, and what still counts as equal. */
class RankingTest {
    /** A rate so high that one frame less is farther from it by the largest tie. */
    private static final double RATE = 1e12;

    private static final VideoMode FAST = mode(640, 480, RATE);
    private static final VideoMode SLOWER = mode(640, 480, RATE - 1);
    private static final Map<String, ?> FASTEST = Map.of("frameRate", RATE);

    @Test
    @Rule("CM-10")
    void theLargestTieStillKeepsWhatIsCurrent() {
        Output slower = scaled(640, 480, RATE - 1);
        Current current = new Current(Optional.of(FAST), Optional.of(slower), MediaTrackSettings.empty());

        assertThat(ConstraintSolver.select(plain(FAST), current, asking(FASTEST), List.of())
                        .output())
                .isEqualTo(slower);
    }

    @Test
    @Rule("CM-10")
    void theLargestTieStillRestartsNothing() {
        Current current = new Current(Optional.of(SLOWER), Optional.empty(), MediaTrackSettings.empty());

        assertThat(ConstraintSolver.select(plain(FAST, SLOWER), current, asking(FASTEST), List.of())
                        .mode())
                .isEqualTo(SLOWER);
    }

    @Test
    @Rule("RES-6")
    void theLargestTieStillKeepsWhatAnotherTrackHas() {
        Output slower = scaled(640, 480, RATE - 1);

        assertThat(ConstraintSolver.output(FAST, other(FASTEST, slower))).contains(slower);
    }

    @Test
    @Rule("CM-10")
    void amongEqualScaledPicturesTheProvidersOrderOfModesDecides() {
        VideoMode first = mode(640, 480, RATE - 0.5);
        Map<String, ?> asked = Map.of("frameRate", RATE, "resizeMode", Map.of("exact", "crop-and-scale"));

        assertThat(select(plain(first, FAST), asked).mode()).isEqualTo(first);
    }

    @Test
    @Rule("CM-8")
    void aWishForNoFramesLeavesAsManyAsThereAre() {
        assertThat(output(plain(VGA), Map.of("frameRate", 0, "width", Map.of("exact", 600))))
                .isEqualTo(scaled(600, 450, 30));
    }

    @Test
    @Rule("RES-3")
    void aWidthWhoseHeightJustFitsIsNotNarrowed() {
        assertThat(output(plain(HD), Map.of("width", Map.of("max", 639), "height", Map.of("max", 359))))
                .isEqualTo(scaled(639, 359, 30));
    }

    @Test
    @Rule("CM-10")
    void aModeThatPromisesLittleKeepsNoneBehindItFromBeingTried() {
        assertThat(output(plain(mode(1920, 1080, 5), VGA), Map.of("width", 600, "frameRate", 30)))
                .isEqualTo(scaled(600, 450, 30));
    }

    @Test
    @Rule("CM-10")
    void aScaledPictureThatIsNoNearerStaysOut() {
        assertThat(output(plain(VGA), Map.of("width", 640, "height", 480, "aspectRatio", 1.7, "frameRate", 60)))
                .isEqualTo(Output.of(VGA));
    }

    @Test
    @Rule("CM-10")
    void whatIsCurrentIsNotKeptWhereItIsNoLongerAllowed() {
        Current current = new Current(Optional.of(VGA), Optional.of(Output.of(VGA)), MediaTrackSettings.empty());

        assertThat(ConstraintSolver.select(
                                plain(VGA), current, asking(Map.of("width", Map.of("exact", 320))), List.of())
                        .output())
                .isEqualTo(scaled(320, 240, 30));
    }

    @Test
    void aSelectionWithoutControlsIsTheSameButForThem() {
        Selection selection = select(steerable(), Map.of("width", 1280, "zoom", Map.of("exact", 2)));

        assertThat(selection.withoutControls())
                .isEqualTo(new Selection(
                        selection.mode(), selection.output(), MediaTrackSettings.empty(), selection.distance()));
    }

    @Test
    @Rule("CM-14")
    void picturesOfTheSameSizeAndRateLookAlikeHoweverTheyCome() {
        assertThat(Output.of(VGA).looksLike(scaled(640, 480, 30))).isTrue();
        assertThat(Output.of(VGA).looksLike(scaled(640, 480, 15))).isFalse();
        assertThat(Output.of(VGA).looksLike(scaled(640, 360, 30))).isFalse();
    }
}
