// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.ULongRange;
import org.mediacapture.constraint.ValueKind;
import org.mediacapture.core.inventory.Microphone;

/** Audio tracks of one microphone for a studio's document. Confined to the test's thread. */
final class Microphones {
    private static final ConstrainableProperty<Double> BASS = ConstrainableProperty.vendor(
                    "vendor:bass", ValueKind.DOUBLE, URI.create("https://microphone.example/#bass"))
            .build();

    private final Studio studio;
    private final Microphone microphone = new Microphone(
            "desk",
            new Microphone.Offer("fake:desk", "Desk", "fake", 0, 1),
            "group",
            MediaTrackCapabilities.builder()
                    .with(ConstrainableProperty.SAMPLE_RATE, new ULongRange(8000, 48000))
                    .with(ConstrainableProperty.CHANNEL_COUNT, new ULongRange(1, 2))
                    .with(ConstrainableProperty.AUTO_GAIN_CONTROL, Choices.of(true, false))
                    .with(BASS, new MediaSettingsRange(0, 10, 1))
                    .build(),
            MediaTrackSettings.builder()
                    .with(ConstrainableProperty.SAMPLE_RATE, 44100L)
                    .with(ConstrainableProperty.CHANNEL_COUNT, 1L)
                    .with(ConstrainableProperty.AUTO_GAIN_CONTROL, true)
                    .with(BASS, 5.0)
                    .build());

    Microphones(Studio studio) {
        this.studio = studio;
    }

    MicrophoneTrack track() {
        return track(Map.of());
    }

    MicrophoneTrack track(Map<String, ?> constraints) {
        MediaTrackSettings inherent = MediaTrackSettings.builder()
                .with(ConstrainableProperty.DEVICE_ID, "id-of-desk")
                .with(ConstrainableProperty.GROUP_ID, "group-of-desk")
                .build();
        return MicrophoneTrack.of(
                microphone, studio.owner, inherent, MediaTrackConstraints.fromMap(constraints), studio.parts());
    }

    static Optional<Object> setting(MicrophoneTrack track, String name) {
        return Optional.ofNullable(track.getSettings().toMap().get(name));
    }
}
