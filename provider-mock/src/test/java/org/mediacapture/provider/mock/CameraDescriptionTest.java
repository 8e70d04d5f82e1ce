// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.VideoMode;

class CameraDescriptionTest {
    @Test
    void theDefaultCameraIsTheLowestOffer() {
        Dictionary<String, Object> properties = CameraDescription.byDefault().serviceProperties();
        assertThat(Collections.list(properties.keys()))
                .containsExactlyInAnyOrder(
                        "camera.address", "camera.label", "camera.name", "camera.provider", "service.ranking");
        assertThat(properties.get("camera.address")).isEqualTo("mock:mock");
        assertThat(properties.get("camera.label")).isEqualTo("Mock camera");
        assertThat(properties.get("camera.name")).isEqualTo("mock");
        assertThat(properties.get("camera.provider")).isEqualTo("mock");
        assertThat(properties.get("service.ranking")).isEqualTo(-1000);
    }

    @Test
    void theDefaultModesAreThreeSizesEachUncompressedFirstAndALargeOne() {
        assertThat(CameraDescription.byDefault().modes())
                .containsExactly(
                        new VideoMode(640, 480, 30, PixelFormat.I420),
                        new VideoMode(640, 480, 30, PixelFormat.MJPEG),
                        new VideoMode(1280, 720, 30, PixelFormat.I420),
                        new VideoMode(1280, 720, 30, PixelFormat.MJPEG),
                        new VideoMode(1920, 1080, 30, PixelFormat.I420),
                        new VideoMode(1920, 1080, 30, PixelFormat.MJPEG),
                        new VideoMode(3840, 2160, 15, PixelFormat.I420));
    }

    @Test
    void aConfigurationWithOnlyANameHasTheDefaults() {
        CameraDescription described = CameraDescription.of(MockCameras.configured(Map.of("name", "door")));
        CameraDescription byDefault = CameraDescription.byDefault();
        assertThat(described.address()).isEqualTo("mock:door");
        assertThat(described.label()).isEqualTo("Mock camera door");
        assertThat(described.modes()).isEqualTo(byDefault.modes());
        assertThat(described.controls()).isEqualTo(byDefault.controls());
        assertThat(described.ranking()).isEqualTo(-1000);
        assertThat(described.provider()).isEqualTo("mock");
        assertThat(described.faults()).isEqualTo(FaultPlan.NONE);
        assertThat(described.exclusive()).isFalse();
        assertThat(described.still()).isEmpty();
    }

    @Test
    void aConfigurationSaysEverything() {
        CameraDescription described = CameraDescription.of(MockCameras.configured(Map.of(
                "name",
                "door",
                "label",
                "Front door",
                "facing",
                "environment",
                "modes",
                new String[] {"320x240@15, 640x480@29.97 MJPEG"},
                "controls",
                new String[] {"zoom", "pan"},
                "exclusive",
                true,
                "still",
                true,
                "ranking",
                5,
                "provider",
                "mock2",
                "faults",
                new String[] {"photo-fails,start-busy=1"})));
        assertThat(described.modes())
                .containsExactly(
                        new VideoMode(320, 240, 15, PixelFormat.I420),
                        new VideoMode(640, 480, 29.97, PixelFormat.MJPEG));
        assertThat(described.controls().controls()).containsExactly(MockControl.PAN, MockControl.ZOOM);
        assertThat(described.exclusive()).isTrue();
        assertThat(described.still()).isPresent();
        assertThat(described.faults().calls()).containsOnlyKeys(FaultPlan.Call.PHOTO, FaultPlan.Call.START);
        assertThat(described.serviceProperties().get("camera.facing")).isEqualTo("environment");
        assertThat(described.serviceProperties().get("camera.label")).isEqualTo("Front door");
        assertThat(described.serviceProperties().get("camera.provider")).isEqualTo("mock2");
        assertThat(described.serviceProperties().get("service.ranking")).isEqualTo(5);
    }

    @Test
    void aCameraMayHaveNoControls() {
        CameraDescription described =
                CameraDescription.of(MockCameras.configured(Map.of("name", "x", "controls", new String[0])));
        assertThat(described.controls().controls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', name: \"\" must be one or more letters",
        "name, a b, name: \"a b\" must be",
        "provider, ü, provider: \"ü\" must be",
        "facing, up, 'facing: \"up\" is not one of user, environment, left, right'",
    })
    void aWrongTextIsRefused(String key, String value, String message) {
        Map<String, Object> values = new HashMap<>(Map.of("name", "door"));
        values.put(key, value);
        assertThatThrownBy(() -> CameraDescription.of(MockCameras.configured(values)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "controls, gain, 'controls: \"gain\" is not one of whiteBalanceMode, exposureMode'",
        "faults, open-explodes, 'faults: \"open-explodes\" is not one of'",
        "faults, photo-fails, needs still=true",
        "faults, photo-takes=3, needs still=true",
        "modes, '', modes: the list is empty",
    })
    void aWrongElementIsRefused(String key, String value, String message) {
        Map<String, Object> values = Map.of("name", "door", key, new String[] {value});
        assertThatThrownBy(() -> CameraDescription.of(MockCameras.configured(values)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void faultsThatCouldNeverHappenAreRefused() {
        assertThatThrownBy(() -> CameraDescription.of(MockCameras.configured(Map.of(
                        "name", "x", "controls", new String[] {"pan"}, "faults", new String[] {"apply-fails-on=zoom"
                        }))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("faults: \"apply-fails-on=zoom\" needs zoom among the controls");
        assertThatThrownBy(() -> CameraDescription.of(MockCameras.configured(Map.of(
                        "name", "x", "modes", new String[] {"64x48@5"}, "faults", new String[] {"corrupts-every=2"}))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("corrupts-every needs a mode with MJPEG");
    }

    @ParameterizedTest
    @CsvSource({
        "photo.redEyeReduction, sometimes, 'photo.redEyeReduction: \"sometimes\" is not one of never, always, contr'",
        "photo.fillLightMode, torch, 'photo.fillLightMode: \"torch\" is not one of auto, off, flash'",
        "photo.sizes, huge, 'photo.sizes: \"huge\" is neither WIDTHxHEIGHT'"
    })
    void aWrongValueForPhotosIsRefused(String key, String value, String message) {
        Object wrong = key.endsWith("Reduction") ? value : new String[] {value};
        assertThatThrownBy(() ->
                        CameraDescription.of(MockCameras.configured(Map.of("name", "door", "still", true, key, wrong))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "640x480",
                "640@30",
                "640x480@0",
                "640x480@30 NV12",
                "63x480@30",
                "640x47@30",
                "8193x480@30",
                "640x480@1001",
                "640x480@30I420",
                "-640x480@30",
                "99999999999x480@30",
                "640x480@1e3"
            })
    void aModeThatIsNotOneIsRefusedWithAnExample(String mode) {
        assertThatThrownBy(() -> MockMode.parse(mode))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("modes: \"" + mode + "\"")
                .hasMessageContaining("such as \"640x480@30 MJPEG\"");
    }
}
