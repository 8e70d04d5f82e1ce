// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediacapture.admin.CameraEvent;
import org.mediacapture.admin.UsageEvent;
import org.osgi.service.event.Event;

class TopicsTest {
    @Test
    void aSwapTellsBothProviders() {
        Event event = Topics.of(new CameraEvent(CameraEvent.Type.SWAPPED, "door", "webcam", "javacv", "asked for"));

        assertThat(event.getTopic()).isEqualTo("org/mediacapture/camera/SWAPPED");
        assertThat(event.getPropertyNames())
                .containsExactlyInAnyOrder("event.topics", "camera", "provider", "formerProvider", "cause");
        assertThat(event.getProperty("camera")).isEqualTo("door");
        assertThat(event.getProperty("provider")).isEqualTo("webcam");
        assertThat(event.getProperty("formerProvider")).isEqualTo("javacv");
        assertThat(event.getProperty("cause")).isEqualTo("asked for");
    }

    @Test
    void whatThereIsNothingToSayForIsNotThere() {
        Event event = Topics.of(new CameraEvent(CameraEvent.Type.OPENED, "door", "webcam", ""));

        assertThat(event.getPropertyNames()).containsExactlyInAnyOrder("event.topics", "camera", "provider");
    }

    @ParameterizedTest
    @EnumSource(UsageEvent.Type.class)
    void useIsToldWithBundleAndOrigin(UsageEvent.Type type) {
        Event event = Topics.of(new UsageEvent(type, "org.example.app", "https://example.org", "door", ""));

        assertThat(event.getTopic()).isEqualTo("org/mediacapture/usage/" + type.name());
        assertThat(event.getProperty("device")).isEqualTo("door");
        assertThat(event.getProperty("bundle")).isEqualTo("org.example.app");
        assertThat(event.getProperty("origin")).isEqualTo("https://example.org");
    }
}
