// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {
    @ParameterizedTest
    @CsvSource({
        "1, 10, 1, ●─────────",
        "1, 10, 10, ─────────●",
        "-5, 5, 0, ─────●────",
        "0, 100, 250, ─────────●",
        "0, 100, -1, ●─────────",
        "7, 7, 7, ●─────────"
    })
    void theMarkStandsWhereTheValueIs(double min, double max, double value, String picture) {
        assertThat(new Bar(min, max, value)).hasToString(picture);
    }
}
