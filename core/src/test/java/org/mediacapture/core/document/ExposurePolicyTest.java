// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The words of the configuration for when devices are exposed. */
class ExposurePolicyTest {
    @Test
    void eachPolicyHasItsWord() {
        assertThat(ExposurePolicy.of("permission")).isEqualTo(ExposurePolicy.PERMISSION);
        assertThat(ExposurePolicy.of("capture")).isEqualTo(ExposurePolicy.CAPTURE);
    }

    @Test
    void anotherWordIsRefusedWithThoseThatAreAccepted() {
        for (String word : new String[] {"", "never", "CAPTURE"}) {
            assertThatThrownBy(() -> ExposurePolicy.of(word))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("exposure: \"" + word + "\" is not accepted; it is permission or capture");
        }
    }
}
