// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StartLevelsTest {
    @Test
    void theLongestBeginningDecides() {
        StartLevels levels = new StartLevels(Map.of("org.x.", 1, "org.x.shell", 5, "*", 3));

        assertThat(levels.of("org.x.scr")).isEqualTo(1);
        assertThat(levels.of("org.x.shell")).isEqualTo(5);
        assertThat(levels.of("com.y")).isEqualTo(3);
    }

    @Test
    void theProductStartsServicesFirstAndTheInteractiveShellLast() {
        StartLevels levels = new Resources().startLevels();

        assertThat(levels.of("org.apache.felix.configadmin"))
                .isLessThan(levels.of("org.mediacapture.core"))
                .isEqualTo(levels.of("org.apache.felix.scr"));
        assertThat(levels.of("org.mediacapture.core")).isLessThan(levels.of("org.mediacapture.provider.mock"));
        assertThat(levels.of("org.mediacapture.provider.mock")).isLessThan(levels.of("org.mediacapture.shell"));
        assertThat(levels.of("org.mediacapture.console")).isLessThan(levels.of("org.mediacapture.core"));
    }

    @Test
    void theFrameworkStartsThemAll() {
        Resources resources = new Resources();
        int beginning = Integer.parseInt(resources.framework().get("org.osgi.framework.startlevel.beginning"));

        assertThat(resources.startLevels().byPrefix().values()).allMatch(level -> level >= 1 && level <= beginning);
    }

    @Test
    void thereMustBeALevelForAllOthers() {
        assertThatThrownBy(() -> new StartLevels(Map.of("org.x", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("*");
    }
}
