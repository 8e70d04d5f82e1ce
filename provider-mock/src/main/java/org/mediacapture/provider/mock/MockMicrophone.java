// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.DoubleRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.ULongRange;
import org.mediacapture.provider.MicrophoneDevice;
import org.mediacapture.provider.MicrophoneProperties;
import org.osgi.framework.Constants;

/** The microphone of the default mock camera. Immutable. */
final class MockMicrophone implements MicrophoneDevice {
    private static final String ADDRESS = "mock:microphone";
    private static final String LABEL = "Mock microphone";

    private final String group;

    /** A microphone that is one device with a camera of the given group. */
    MockMicrophone(String group) {
        this.group = group;
    }

    @Override
    public MediaTrackCapabilities capabilities() {
        return MediaTrackCapabilities.builder()
                .with(ConstrainableProperty.SAMPLE_RATE, new ULongRange(8000, 48_000))
                .with(ConstrainableProperty.SAMPLE_SIZE, new ULongRange(16, 16))
                .with(ConstrainableProperty.ECHO_CANCELLATION, Choices.of(true, false))
                .with(ConstrainableProperty.AUTO_GAIN_CONTROL, Choices.of(true, false))
                .with(ConstrainableProperty.NOISE_SUPPRESSION, Choices.of(true, false))
                .with(ConstrainableProperty.LATENCY, new DoubleRange(0.01, 0.5))
                .with(ConstrainableProperty.CHANNEL_COUNT, new ULongRange(1, 2))
                .with(ConstrainableProperty.VOICE_ISOLATION, Choices.of(true, false))
                .build();
    }

    @Override
    public MediaTrackSettings settings() {
        return MediaTrackSettings.builder()
                .with(ConstrainableProperty.SAMPLE_RATE, 48_000L)
                .with(ConstrainableProperty.SAMPLE_SIZE, 16L)
                .with(ConstrainableProperty.ECHO_CANCELLATION, (Object) true)
                .with(ConstrainableProperty.AUTO_GAIN_CONTROL, true)
                .with(ConstrainableProperty.NOISE_SUPPRESSION, true)
                .with(ConstrainableProperty.LATENCY, 0.01)
                .with(ConstrainableProperty.CHANNEL_COUNT, 1L)
                .with(ConstrainableProperty.VOICE_ISOLATION, false)
                .build();
    }

    @Override
    public Optional<String> group() {
        return Optional.of(group);
    }

    /** The properties of the microphone's service. */
    static Dictionary<String, Object> serviceProperties() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(MicrophoneProperties.ADDRESS, ADDRESS);
        properties.put(MicrophoneProperties.LABEL, LABEL);
        properties.put(MicrophoneProperties.PROVIDER, CameraDescription.MOCK);
        properties.put(Constants.SERVICE_RANKING, CameraDescription.LOWEST_RANKING);
        return properties;
    }
}
