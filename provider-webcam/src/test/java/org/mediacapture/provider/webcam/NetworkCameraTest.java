// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediacapture.provider.NetworkCameraConfig;

class NetworkCameraTest {
    private final Framework framework = new Framework();
    private final WebcamProvider provider = framework.provider(Map.of("ranking", 70));

    @Test
    void aConfiguredCameraIsRegisteredWithoutItsCredentials() {
        NetworkCamera camera = camera(Map.of(
                "url", "http://joe:hush@host/a?token=hidden", "name", "door", "facing", "user", "label", "Front"));

        assertThat(framework.registered)
                .containsExactly(Map.of(
                        "camera.address", "http://host/a",
                        "camera.label", "Front",
                        "camera.name", "door",
                        "camera.provider", "webcam",
                        "camera.facing", "user",
                        "service.ranking", 70));
        camera.close();
        assertThat(framework.registered).isEmpty();
    }

    @Test
    void whatIsWrongOrForOthersRegistersNothing() {
        camera(Map.of("url", "http:///nohost")).close();
        camera(Map.of("url", "http://host/", "name", "a b")).close();
        camera(Map.of("url", "rtsp://host/live")).close();
        camera(Map.of("url", "v4l2:/dev/video0")).close();
        camera(Map.of("url", "http://host/", "providers", new String[] {"javacv"}))
                .close();
        camera(Map.of()).close();

        assertThat(framework.devices).isEmpty();
    }

    @Test
    void aWrongChangeLeavesTheCameraThatThereIs() {
        NetworkCamera camera = camera(Map.of("url", "http://host/a"));
        Map<String, Object> wrong = Map.of("url", "http://host/b", "facing", "sideways");

        camera.modified(config(wrong), wrong);

        assertThat(framework.addresses()).containsExactly("http://host/a");
    }

    @Test
    void aChangeThatIsRightReplacesTheCameraOrTakesItAway() {
        NetworkCamera camera = camera(Map.of("url", "http://host/a"));
        Map<String, Object> other = Map.of("url", "http://host/b");
        Map<String, Object> foreign = Map.of("url", "rtsp://host/b");

        camera.modified(config(other), other);
        assertThat(framework.addresses()).containsExactly("http://host/b");
        camera.modified(config(foreign), foreign);
        assertThat(framework.addresses()).isEmpty();
        camera.close();
    }

    private static NetworkCameraConfig config(Map<String, Object> values) {
        return Plans.config(NetworkCameraConfig.class, values);
    }

    private NetworkCamera camera(Map<String, Object> values) {
        return new NetworkCamera(config(values), values, provider);
    }
}
