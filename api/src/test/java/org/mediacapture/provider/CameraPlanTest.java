// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CameraPlanTest {
    private static final String URL = "http://host/stream";

    @Test
    void theLabelIsTheLabelOrElseTheNameOrElseTheHost() {
        assertThat(plan(Map.of("label", "Front door", "name", "door")).label()).isEqualTo("Front door");
        assertThat(plan(Map.of("name", "door")).label()).isEqualTo("door");
        assertThat(plan(Map.of()).label()).isEqualTo("host");
    }

    @Test
    void theNameIsTheNameOrElseASlugOfTheLabel() {
        assertThat(plan(Map.of("name", "door")).name()).isEqualTo("door");
        assertThat(plan(Map.of("label", "Tür: hinten!")).name()).isEqualTo("t-r-hinten");
        assertThat(plan(Map.of("url", "file:/clips/My Clip.mp4")).name()).isEqualTo("my-clip-mp4");
        assertThat(CameraPlan.slug("???")).isEqualTo("camera");
    }

    @Test
    void deadlinesAreMilliseconds() {
        CameraPlan plan = plan(Map.of("open_deadline", 1500L, "read_deadline", 700L));

        assertThat(plan.openDeadline()).isEqualTo(Duration.ofMillis(1500));
        assertThat(plan.readDeadline()).isEqualTo(Duration.ofMillis(700));
    }

    @Test
    void aConfigurationForOtherProvidersIsNotServed() {
        assertThat(read(Map.of("providers", new String[] {"webcam"}))).isEmpty();
        assertThat(read(Map.of("providers", new String[] {"webcam, javacv"}))).isPresent();
        assertThat(read(Map.of("url", "remote:there/x"))).isEmpty();
    }

    @Test
    void aWrongValueIsRefusedWithItsKeyAndWhatIsAccepted() {
        assertThatThrownBy(() -> read(Map.of("url", ""))).hasMessageContaining("url: is missing");
        assertThatThrownBy(() -> plan(Map.of("name", "a b")))
                .hasMessage("name: 'a b' is not accepted; letters, digits, - and _ are");
        assertThatThrownBy(() -> plan(Map.of("transport", "sctp")))
                .hasMessage("transport: 'sctp' is not accepted; one of [tcp, udp] is");
        assertThatThrownBy(() -> plan(Map.of("facing", "up"))).hasMessageContaining("facing: 'up'");
        assertThatThrownBy(() -> plan(Map.of("open_deadline", 0L))).hasMessageContaining("open.deadline: 0");
        assertThatThrownBy(() -> plan(Map.of("read_deadline", -5L))).hasMessageContaining("read.deadline: -5");
    }

    @Test
    void theServicePropertiesAreThoseOfTheConfiguration() {
        CameraPlan plan = plan(Map.of("url", "http://joe:hush@host/a?token=hidden", "name", "door", "facing", "user"));

        assertThat(plan.serviceProperties("javacv", 70))
                .isEqualTo(new Hashtable<>(Map.of(
                        "camera.address", "http://host/a",
                        "camera.label", "door",
                        "camera.name", "door",
                        "camera.provider", "javacv",
                        "camera.facing", "user",
                        "service.ranking", 70)));
        assertThat(plan(Map.of()).serviceProperties("javacv", 1).get("camera.facing"))
                .isNull();
    }

    private static CameraPlan plan(Map<String, Object> values) {
        return read(values).orElseThrow();
    }

    private static Optional<CameraPlan> read(Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("url", URL));
        all.putAll(values);
        NetworkCameraConfig config = (NetworkCameraConfig) Proxy.newProxyInstance(
                NetworkCameraConfig.class.getClassLoader(),
                new Class<?>[] {NetworkCameraConfig.class},
                (self, method, arguments) -> all.getOrDefault(method.getName(), method.getDefaultValue()));
        return CameraPlan.of(config, "javacv", Set.of("http", "file"));
    }
}
