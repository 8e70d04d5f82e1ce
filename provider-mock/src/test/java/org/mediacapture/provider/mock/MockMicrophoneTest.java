// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.MediaKind;

class MockMicrophoneTest {
    private final MockMicrophone microphone = new MockMicrophone("mock:mock");

    @Test
    void tellsWhatTracksCanBeSetTo() {
        List<Boolean> both = List.of(true, false);
        assertThat(microphone.capabilities().toMap())
                .isEqualTo(Map.of(
                        "sampleRate",
                        Map.of("min", 8000L, "max", 48_000L),
                        "sampleSize",
                        Map.of("min", 16L, "max", 16L),
                        "channelCount",
                        Map.of("min", 1L, "max", 2L),
                        "latency",
                        Map.of("min", 0.01, "max", 0.5),
                        "echoCancellation",
                        both,
                        "autoGainControl",
                        both,
                        "noiseSuppression",
                        both,
                        "voiceIsolation",
                        both));
        assertThat(microphone.capabilities().properties())
                .allMatch(property -> property.media().contains(MediaKind.AUDIO));
    }

    @Test
    void hasASettingWithinEveryCapability() {
        assertThat(microphone.settings().toMap())
                .isEqualTo(Map.of(
                        "sampleRate",
                        48_000L,
                        "sampleSize",
                        16L,
                        "channelCount",
                        1L,
                        "latency",
                        0.01,
                        "echoCancellation",
                        true,
                        "autoGainControl",
                        true,
                        "noiseSuppression",
                        true,
                        "voiceIsolation",
                        false));
        for (var property : microphone.capabilities().properties()) {
            Object setting = microphone.settings().get(property).orElseThrow();
            assertThat(microphone.capabilities().get(property).orElseThrow().admits(setting))
                    .as("%s", property)
                    .isTrue();
        }
    }

    @Test
    void isTheLowestOffer() {
        Dictionary<String, Object> properties = MockMicrophone.serviceProperties();
        assertThat(properties.get("microphone.address")).isEqualTo("mock:microphone");
        assertThat(properties.get("microphone.label")).isEqualTo("Mock microphone");
        assertThat(properties.get("microphone.provider")).isEqualTo("mock");
        assertThat(properties.get("service.ranking")).isEqualTo(-1000);
        assertThat(properties.size()).isEqualTo(4);
    }
}
