// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigurationCheckTest {
    private final ConfigurationCheck check = new ConfigurationCheck("the defaults are in force");

    @Test
    void whatIsAcceptedIsTaken() {
        assertThat(check.first(() -> 1)).hasValue(1);
        assertThat(check.next(() -> 2)).hasValue(2);
    }

    @Test
    void whatIsRefusedIsNot() {
        assertThat(check.first(ConfigurationCheckTest::refuse)).isEmpty();
        assertThat(check.next(ConfigurationCheckTest::refuse)).isEmpty();
    }

    private static Integer refuse() {
        throw new IllegalArgumentException("org.example: key: 5 is not accepted; 6 is");
    }
}
