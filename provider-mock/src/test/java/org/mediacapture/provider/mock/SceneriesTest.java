// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SceneriesTest {
    private static final PictureLayout SMALL = new PictureLayout(160, 120);

    private final Sceneries sceneries = new Sceneries();

    @Test
    void camerasThatLookAlikeShareWhatTheySee() {
        Scenery one = sceneries.of(SMALL, Look.NEUTRAL);

        assertThat(sceneries.of(new PictureLayout(160, 120), Looks.of("zoom", 1)))
                .isSameAs(one);
    }

    @Test
    void anotherSizeOrAnotherLookIsAnotherScenery() {
        Scenery one = sceneries.of(SMALL, Look.NEUTRAL);

        assertThat(sceneries.of(new PictureLayout(320, 240), Look.NEUTRAL)).isNotSameAs(one);
        assertThat(sceneries.of(SMALL, Looks.of("zoom", 2))).isNotSameAs(one);
    }

    @Test
    void camerasThatShareDoNotDrawOverOneAnother() {
        TestPattern door = new TestPattern(SMALL, sceneries, "Door", "test");
        TestPattern yard = new TestPattern(SMALL, sceneries, "Yard", "test");
        Picture one = Pictures.blank(SMALL);
        Picture other = Pictures.blank(SMALL);
        for (int frame = 0; frame < 5; frame++) {
            door.draw(one, frame * 40_000_000L, frame, Look.NEUTRAL);
            yard.draw(other, frame * 90_000_000L, 100 - frame, Look.NEUTRAL);
        }
        Picture alone = Pictures.blank(SMALL);
        new TestPattern(SMALL, new Sceneries(), "Yard", "test").draw(alone, 4 * 90_000_000L, 96, Look.NEUTRAL);

        assertThat(Pictures.bytes(other)).isEqualTo(Pictures.bytes(alone));
    }
}
