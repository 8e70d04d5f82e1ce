// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mediacapture.constraint.ConstrainableProperty.AUTO_GAIN_CONTROL;
import static org.mediacapture.constraint.ConstrainableProperty.DEVICE_ID;
import static org.mediacapture.constraint.ConstrainableProperty.ECHO_CANCELLATION;
import static org.mediacapture.constraint.ConstrainableProperty.LATENCY;
import static org.mediacapture.constraint.ConstrainableProperty.SAMPLE_RATE;
import static org.mediacapture.core.select.Cameras.asking;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.DoubleRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.constraint.ULongRange;

/** SelectSettings for a microphone. */
class SoundSelectionTest {
    private static final MediaTrackCapabilities MICROPHONE = MediaTrackCapabilities.builder()
            .with(DEVICE_ID, Choices.of("mic"))
            .with(SAMPLE_RATE, new ULongRange(8000, 48_000))
            .with(LATENCY, new DoubleRange(0.01, 0.1))
            .with(ECHO_CANCELLATION, Choices.of(false, true))
            .with(AUTO_GAIN_CONTROL, Choices.of(true, false))
            .build();
    private static final MediaTrackSettings INHERENT =
            MediaTrackSettings.builder().with(DEVICE_ID, "mic").build();
    private static final MediaTrackSettings CURRENT = MediaTrackSettings.builder()
            .with(SAMPLE_RATE, 44_100L)
            .with(LATENCY, 0.05)
            .with(ECHO_CANCELLATION, false)
            .with(AUTO_GAIN_CONTROL, false)
            .build();

    @Test
    @Rule({"AC-7", "CM-10"})
    void whatIsNotConstrainedStaysAsItIs() {
        SoundSelection selection = select(CURRENT, Map.of("sampleRate", 16_000, "echoCancellation", true));

        assertThat(selection.distance()).isZero();
        assertThat(selection.settings().toMap())
                .isEqualTo(Map.of(
                        "deviceId",
                        "mic",
                        "sampleRate",
                        16_000L,
                        "latency",
                        0.05,
                        "echoCancellation",
                        true,
                        "autoGainControl",
                        false));
    }

    @Test
    @Rule("CM-12")
    void echoIsCancelledUnlessAskedOtherwise() {
        assertThat(select(MediaTrackSettings.empty(), Map.of()).settings().get(ECHO_CANCELLATION))
                .contains(true);
        assertThat(select(MediaTrackSettings.empty(), Map.of("echoCancellation", false))
                        .settings()
                        .get(ECHO_CANCELLATION))
                .contains(false);
    }

    @Test
    @Rule({"GUM-6", "CM-18"})
    void whatIsDefinedForPicturesOnlyIsLeftOut() {
        assertThat(select(CURRENT, Map.of("width", Map.of("exact", 640), "torch", Map.of("exact", true)))
                        .distance())
                .isZero();
    }

    @Test
    @Rule("CM-17")
    void whatTheMicrophoneCannotDoIsNamed() {
        assertThatThrownBy(() -> select(CURRENT, Map.of("sampleRate", Map.of("min", 96_000))))
                .isInstanceOfSatisfying(
                        OverconstrainedException.class,
                        failure -> assertThat(failure.constraint()).isEqualTo("sampleRate"))
                .hasMessage("asked for {sampleRate={min=96000}}, the microphone offers {min=8000, max=48000}");
        assertThatThrownBy(() -> select(CURRENT, Map.of("channelCount", Map.of("exact", 2))))
                .isInstanceOfSatisfying(
                        OverconstrainedException.class,
                        failure -> assertThat(failure.constraint()).isEqualTo("channelCount"));
    }

    @Test
    @Rule({"CM-4", "CM-10"})
    void advancedSetsAreTakenAsFarAsTheMicrophoneCan() {
        Map<String, ?> asked = Map.of("advanced", List.of(Map.of("sampleRate", 96_000), Map.of("sampleRate", 16_000)));

        assertThat(select(CURRENT, asked).settings().get(SAMPLE_RATE)).contains(16_000L);
    }

    private static SoundSelection select(MediaTrackSettings current, Map<String, ?> members) {
        return ConstraintSolver.selectSound(MICROPHONE, INHERENT, current, asking(members));
    }
}
