// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediacapture.core.select.Cameras.HD;
import static org.mediacapture.core.select.Cameras.VGA;
import static org.mediacapture.core.select.Cameras.asking;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The box that rules out sets at one look, and the bounds of what is in it. */
class HullTest {
    private static final Candidate NATIVE = Candidate.of(VGA, 0).get(0);
    private static final Candidate SCALED = Candidate.of(HD, 1).get(1);

    @Test
    void aHullKnowsTheResizeModesOfItsCandidates() {
        assertThat(Hull.of(List.of(NATIVE)))
                .isEqualTo(new Hull(Sizes.only(640, 480), new Interval(30, 30), true, false));
        assertThat(Hull.of(List.of(SCALED)))
                .isEqualTo(new Hull(Sizes.upTo(1280, 720), new Interval(Double.MIN_VALUE, 30), false, true));
        assertThat(Hull.of(List.of(NATIVE, SCALED)))
                .isEqualTo(new Hull(Sizes.upTo(1280, 720), new Interval(Double.MIN_VALUE, 30), true, true));
    }

    @Test
    void aHullMeetsNoOtherResizeModes() {
        OutputLimits none = limits(Map.of("resizeMode", Map.of("exact", "none")));
        OutputLimits scaled = limits(Map.of("resizeMode", Map.of("exact", "crop-and-scale")));
        OutputLimits neither = limits(Map.of("resizeMode", Map.of("exact", "stretch")));
        Hull onlyNative = Hull.of(List.of(NATIVE));
        Hull onlyScaled = Hull.of(List.of(SCALED));

        assertThat(onlyNative.mayMeet(none)).isTrue();
        assertThat(onlyNative.mayMeet(scaled)).isFalse();
        assertThat(onlyScaled.mayMeet(none)).isFalse();
        assertThat(onlyScaled.mayMeet(scaled)).isTrue();
        assertThat(Hull.of(List.of(NATIVE, SCALED)).mayMeet(neither)).isFalse();
    }

    @Test
    void aHullMeetsNoOtherSizesAndRates() {
        Hull hull = Hull.of(List.of(NATIVE, SCALED));

        assertThat(hull.mayMeet(limits(Map.of()))).isTrue();
        assertThat(hull.mayMeet(limits(Map.of("width", Map.of("min", 1280), "frameRate", Map.of("min", 30)))))
                .isTrue();
        assertThat(hull.mayMeet(limits(Map.of("width", Map.of("min", 1281))))).isFalse();
        assertThat(hull.mayMeet(limits(Map.of("frameRate", Map.of("min", 31))))).isFalse();
    }

    @Test
    void noDictionaryOfACandidateIsNearerThanItsBound() {
        OutputWish wish = OutputWish.of(asking(Map.of("width", 1280, "frameRate", 60, "resizeMode", "crop-and-scale"))
                .basic());

        assertThat(NATIVE.lowerBound(wish))
                .as("half as wide, half as fast, not scaled")
                .isEqualTo(2);
        assertThat(SCALED.lowerBound(wish)).as("half as fast").isEqualTo(0.5);
    }

    @Test
    void anIntervalThatNothingNarrowsStaysTheSameObject() {
        Interval interval = new Interval(2, 8);

        assertThat(interval.narrowedBy(new Interval(2, 9))).isSameAs(interval);
        assertThat(interval.narrowedBy(new Interval(1, 8))).isSameAs(interval);
        assertThat(interval.narrowedBy(new Interval(3, 9))).isEqualTo(new Interval(3, 8));
        assertThat(interval.narrowedBy(new Interval(1, 7))).isEqualTo(new Interval(2, 7));
    }

    private static OutputLimits limits(Map<String, ?> members) {
        return OutputLimits.of(asking(members).basic(), false);
    }
}
