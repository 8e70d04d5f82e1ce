// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

import java.util.Optional;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A microphone that a provider can reach: a service, registered with the properties of {@link MicrophoneProperties} while the
 * microphone is there. It makes audio tracks that can be constrained, enabled and stopped; samples are not carried. All
 * methods are cheap and thread-safe and do not touch the device.
 */
@ConsumerType
public interface MicrophoneDevice {
    /**
     * What a track can be set to: sample rate and size, channels, latency, echo cancellation and the like.
     *
     * @return the capabilities, of properties for audio only
     */
    MediaTrackCapabilities capabilities();

    /**
     * What a track is set to where nothing is asked.
     *
     * @return a value for every property of {@link #capabilities()}
     */
    MediaTrackSettings settings();

    /**
     * The physical device that this microphone is part of, for {@code groupId}.
     *
     * @return a text that is equal for all devices of one physical device, or empty
     */
    Optional<String> group();
}
