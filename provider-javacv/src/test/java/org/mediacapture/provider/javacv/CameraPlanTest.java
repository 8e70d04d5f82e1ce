// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CameraPlanTest {
    private static final String URL = "http://host/stream";

    @Test
    void theLabelIsTheLabelOrElseTheNameOrElseTheHost() {
        assertThat(Plans.of(URL, Map.of("label", "Front door", "name", "door")).label())
                .isEqualTo("Front door");
        assertThat(Plans.of(URL, Map.of("name", "door")).label()).isEqualTo("door");
        assertThat(Plans.of(URL, Map.of("name", "")).label()).isEqualTo("host");
    }

    @Test
    void theNameIsTheNameOrElseASlugOfTheLabel() {
        assertThat(Plans.of(URL, Map.of("name", "door")).name()).isEqualTo("door");
        assertThat(Plans.of(URL, Map.of("name", "", "label", "Tür: hinten!")).name())
                .isEqualTo("t-r-hinten");
        assertThat(Plans.of("file:/clips/My Clip.mp4", Map.of("name", "")).name())
                .isEqualTo("my-clip-mp4");
        assertThat(CameraPlan.slug("???")).isEqualTo("camera");
    }

    @Test
    void deadlinesAreMilliseconds() {
        CameraPlan plan = Plans.of(URL, 1500, 700);

        assertThat(plan.openDeadline()).isEqualTo(Duration.ofMillis(1500));
        assertThat(plan.readDeadline()).isEqualTo(Duration.ofMillis(700));
    }

    @Test
    void aConfigurationForOtherProvidersIsNotServed() {
        assertThat(CameraPlan.of(Plans.config(Map.of("url", URL, "providers", new String[] {"webcam"}))))
                .isEmpty();
        assertThat(CameraPlan.of(Plans.config(Map.of("url", URL, "providers", new String[] {"webcam, javacv"}))))
                .isPresent();
        assertThat(CameraPlan.of(Plans.config(Map.of("url", "remote:there/x")))).isEmpty();
    }

    @Test
    void aWrongValueIsRefusedWithItsKeyAndWhatIsAccepted() {
        assertThatThrownBy(() -> CameraPlan.of(Plans.config(Map.of()))).hasMessageContaining("url: is missing");
        assertThatThrownBy(() -> Plans.of(URL, Map.of("name", "a b")))
                .hasMessage("name: 'a b' is not accepted; letters, digits, - and _ are");
        assertThatThrownBy(() -> Plans.of(URL, Map.of("transport", "sctp")))
                .hasMessage("transport: 'sctp' is not accepted; one of [tcp, udp] is");
        assertThatThrownBy(() -> Plans.of(URL, Map.of("facing", "up"))).hasMessageContaining("facing: 'up'");
        assertThatThrownBy(() -> Plans.of(URL, 0, 1)).hasMessageContaining("open.deadline: 0");
        assertThatThrownBy(() -> Plans.of(URL, 1, -5)).hasMessageContaining("read.deadline: -5");
    }
}
