// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediacapture.fixtures.Configurations;
import org.mediacapture.fixtures.FakeFramework;
import org.mediacapture.fixtures.FakeFramework.Service;
import org.mediacapture.provider.NetworkCameraConfig;

class NetworkCameraTest {
    private final FakeFramework framework = new FakeFramework();
    private final WebcamProvider provider =
            new WebcamProvider(framework.context(), new ProviderSettings(70, true, Duration.ofSeconds(2)));

    @Test
    void aConfiguredCameraIsRegisteredWithoutItsCredentials() {
        NetworkCamera camera = camera(Map.of(
                "url", "http://joe:hush@host/a?token=hidden", "name", "door", "facing", "user", "label", "Front"));

        assertThat(framework.registered())
                .extracting(Service::properties)
                .containsExactly(Map.of(
                        "camera.address", "http://host/a",
                        "camera.label", "Front",
                        "camera.name", "door",
                        "camera.provider", "webcam",
                        "camera.facing", "user",
                        "service.ranking", 70));
        camera.close();
        assertThat(framework.registered()).isEmpty();
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

        assertThat(framework.registered()).isEmpty();
        assertThat(framework.unregistered()).isEmpty();
    }

    @Test
    void aWrongChangeLeavesTheCameraThatThereIs() {
        NetworkCamera camera = camera(Map.of("url", "http://host/a"));
        Map<String, Object> wrong = Map.of("url", "http://host/b", "facing", "sideways");

        camera.modified(config(wrong), wrong);

        assertThat(framework.values("camera.address")).containsExactly("http://host/a");
    }

    @Test
    void aChangeThatIsRightReplacesTheCameraOrTakesItAway() {
        NetworkCamera camera = camera(Map.of("url", "http://host/a"));
        Map<String, Object> other = Map.of("url", "http://host/b");
        Map<String, Object> foreign = Map.of("url", "rtsp://host/b");

        camera.modified(config(other), other);
        assertThat(framework.values("camera.address")).containsExactly("http://host/b");
        camera.modified(config(foreign), foreign);
        assertThat(framework.values("camera.address")).isEmpty();
        camera.close();
    }

    private static NetworkCameraConfig config(Map<String, Object> values) {
        return Configurations.of(NetworkCameraConfig.class, values);
    }

    private NetworkCamera camera(Map<String, Object> values) {
        return new NetworkCamera(config(values), values, provider);
    }
}
