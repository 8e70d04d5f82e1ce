// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import java.util.Optional;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.ULongRange;
import org.mediacapture.provider.MicrophoneDevice;

/** A microphone of 8 to 48 kHz and one or two channels. */
public final class FakeMicrophone implements MicrophoneDevice {
    /** The physical device that it is part of. */
    public Optional<String> group = Optional.empty();

    /** What it can be set to. */
    public MediaTrackCapabilities capabilities = MediaTrackCapabilities.builder()
            .with(ConstrainableProperty.SAMPLE_RATE, new ULongRange(8000, 48000))
            .with(ConstrainableProperty.CHANNEL_COUNT, new ULongRange(1, 2))
            .build();

    /** What it is set to. */
    public MediaTrackSettings settings = MediaTrackSettings.builder()
            .with(ConstrainableProperty.SAMPLE_RATE, 44100L)
            .with(ConstrainableProperty.CHANNEL_COUNT, 1L)
            .build();

    @Override
    public MediaTrackCapabilities capabilities() {
        return capabilities;
    }

    @Override
    public MediaTrackSettings settings() {
        return settings;
    }

    @Override
    public Optional<String> group() {
        return group;
    }
}
