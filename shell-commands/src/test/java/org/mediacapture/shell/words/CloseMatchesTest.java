// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.constraint.ConstrainableProperty;

class CloseMatchesTest {
    private static final List<String> NAMES = ConstrainableProperty.all().stream()
            .map(ConstrainableProperty::name)
            .toList();

    @ParameterizedTest
    @CsvSource({
        "widht,width",
        "framerate,frameRate",
        "zom,zoom",
        "exposure,exposureMode",
        "WIDTH,width",
        "heigth,height"
    })
    void aMistypedNameFindsTheRightOneFirst(String typed, String name) {
        assertThat(CloseMatches.of(typed, NAMES)).isNotEmpty().startsWith(name);
    }

    @Test
    void whatIsCloseToNothingRaisesNoQuestion() {
        assertThat(CloseMatches.question("quality", NAMES)).isEmpty();
    }
}
