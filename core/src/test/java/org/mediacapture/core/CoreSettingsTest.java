// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.core.document.ExposurePolicy;
import org.mediacapture.core.permission.PermissionSettings;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.fixtures.Configurations;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;

class CoreSettingsTest {
    private static final String ORIGIN = "com.example.kiosk";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    grace|abc|org.mediacapture.core: grace: "abc" is not accepted; 0 to 86400000 ms are
                    deadline.open|-5|org.mediacapture.core: deadline.open: -5 ms is not accepted; 1 to 86400000 ms are
                    deadline.prompt|soon|org.mediacapture.core: deadline.prompt: "soon" is not accepted; 1 to 86400000 ms are
                    exposure|bogus|org.mediacapture.core: exposure: "bogus" is not accepted; it is permission or capture
                    """)
    void theMessageNamesPidKeyValueAndWhatIsAccepted(String key, String value, String message) {
        Map<String, Object> written = Map.of(key, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoreSettings.of(Configurations.of(CoreConfiguration.class, written), written))
                .withMessage(message);
    }

    @Test
    void aBlankProviderIsRefused() {
        Map<String, Object> written = Map.of("provider.preference", new String[] {"javacv", ""});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoreSettings.of(Configurations.of(CoreConfiguration.class, written), written))
                .withMessageStartingWith("org.mediacapture.core: provider.preference: [javacv, ] has a blank entry");
    }

    @Test
    void aRefusedChangeLeavesWhatIsInForce() {
        Map<String, Object> written = Map.of("grace", "abc");

        assertThat(CoreSettings.next(Configurations.of(CoreConfiguration.class, written), written))
                .isEmpty();
    }

    @Test
    void aChangeThatIsRightIsTaken() {
        Map<String, Object> written = Map.of("grace", 0L, "exposure", "capture");

        assertThat(CoreSettings.next(Configurations.of(CoreConfiguration.class, written), written))
                .hasValueSatisfying(settings -> {
                    assertThat(settings.deadlines().grace()).isEqualTo(Duration.ZERO);
                    assertThat(settings.exposure()).isEqualTo(ExposurePolicy.CAPTURE);
                });
    }

    @Test
    void aRefusedFirstConfigurationMeansTheDefaults() {
        Map<String, Object> written = Map.of("grace", "abc", "deadline.open", 1L, "exposure", "capture");

        CoreSettings settings = CoreSettings.first(Configurations.of(CoreConfiguration.class, written), written);

        assertThat(settings.deadlines()).isEqualTo(Deadlines.DEFAULT);
        assertThat(settings.exposure()).isEqualTo(ExposurePolicy.PERMISSION);
        assertThat(settings.hideDevices()).isTrue();
        assertThat(camera(settings)).isEqualTo(PermissionState.GRANTED);
    }

    @Test
    void theRulesOfAFirstConfigurationThatIsRefusedForAnotherKeyHold() {
        Map<String, Object> written = Map.of(
                "grace", "abc", "deadline.prompt", "soon", "permission.camera", new String[] {ORIGIN + "=denied"});

        CoreSettings settings = CoreSettings.first(Configurations.of(CoreConfiguration.class, written), written);

        assertThat(camera(settings)).isEqualTo(PermissionState.DENIED);
        assertThat(settings.permissions().controllerRequired()).isFalse();
    }

    @Test
    void aFirstConfigurationWithAWrongRuleDeniesEverything() {
        assertThatAllIsDenied(Map.of("permission.camera", new String[] {"foo"}));
        assertThatAllIsDenied(Map.of("permission.microphone", new String[] {"foo"}));
        assertThatAllIsDenied(Map.of("permission.controller", "foo"));
    }

    private static void assertThatAllIsDenied(Map<String, Object> written) {
        CoreSettings settings = CoreSettings.first(Configurations.of(CoreConfiguration.class, written), written);

        PermissionSettings permissions = settings.permissions();
        assertThat(permissions.controllerRequired()).isTrue();
        assertThat(camera(settings)).isEqualTo(PermissionState.DENIED);
        assertThat(permissions.rules().state(ORIGIN, PermissionDescriptor.MICROPHONE))
                .isEqualTo(PermissionState.DENIED);
        assertThat(permissions.rules().mayBridge(ORIGIN)).isFalse();
    }

    private static PermissionState camera(CoreSettings settings) {
        return settings.permissions().rules().state(ORIGIN, PermissionDescriptor.CAMERA);
    }
}
