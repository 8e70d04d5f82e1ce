// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationKeysTest {
    private static final ConfigurationKeys CAMERA = ConfigurationKeys.of(MockCameraConfiguration.class);

    @Test
    void aMistypedKeyIsNamedWithTheAcceptedOnes() {
        assertThat(CAMERA.warnings(Map.of("name", "door", "fault", "open-fails")))
                .containsExactly(
                        "The key \"fault\" is not known and has no effect; accepted are controls, exclusive, facing,"
                                + " faults, label, modes, name, photo.fillLightMode, photo.redEyeReduction, photo.sizes, provider,"
                                + " ranking, still");
        assertThat(ConfigurationKeys.of(DefaultCameraConfiguration.class).warnings(Map.of("Default", false)))
                .containsExactly(
                        "The key \"Default\" is not known and has no effect; accepted are default, microphone");
    }

    @Test
    void keysOfPhotosAreUselessWithoutAStillCamera() {
        assertThat(CAMERA.warnings(Map.of("name", "door", "photo.sizes", "64x48")))
                .singleElement()
                .asString()
                .startsWith("The key \"photo.sizes\" has no effect without still=true; accepted are controls, ");
        assertThat(CAMERA.warnings(Map.of("photo.redEyeReduction", "controllable", "photo.fillLightMode", new String[] {
                    "auto", "off", "flash"
                })))
                .as("the defaults, which Declarative Services adds")
                .isEmpty();
        assertThat(CAMERA.warnings(Map.of("still", "true", "photo.sizes", "64x48")))
                .isEmpty();
    }

    @Test
    void whatConfigAdminAndDeclarativeServicesAddIsNoMistake() {
        assertThat(CAMERA.warnings(Map.of(
                        "name", "door",
                        "service.pid", "a~b",
                        "service.factoryPid", "a",
                        "component.id", 3L,
                        "component.name", "c",
                        "felix.fileinstall.filename", "f",
                        ":configurator:version", "1",
                        ".private", 1)))
                .isEmpty();
    }
}
