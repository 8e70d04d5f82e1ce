// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.inventory;

import java.util.Objects;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.provider.MicrophoneDevice;

/**
 * A microphone, with all that its service told: nothing of the service is needed any more, and a track outlives it. Immutable.
 *
 * @param name short name, unique among the microphones that are there
 * @param offer what the service's properties say
 * @param group the physical device it is part of; its own address where the provider tells none
 * @param capabilities what a track can be set to
 * @param settings what a track is set to where nothing is asked
 */
public record Microphone(
        String name, Offer offer, String group, MediaTrackCapabilities capabilities, MediaTrackSettings settings) {
    /** Makes a microphone of something complete. */
    public Microphone {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(offer, "offer");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(capabilities, "capabilities");
        Objects.requireNonNull(settings, "settings");
    }

    /** Asks a service; fails as it does, and with NullPointerException if it answers null. */
    static Microphone of(Offer offer, MicrophoneDevice device) {
        return new Microphone(
                "", offer, device.group().orElse(offer.address()), device.capabilities(), device.settings());
    }

    Microphone named(String unique) {
        return new Microphone(unique, offer, group, capabilities, settings);
    }

    /** Where it is, without credentials. */
    public String address() {
        return offer.address();
    }

    /** What a person calls it. */
    public String label() {
        return offer.label();
    }

    /**
     * The properties of a microphone's service.
     *
     * @param address where the microphone is, without credentials
     * @param label what a person calls it
     * @param provider name of the provider
     * @param ranking service ranking
     * @param serviceId service id
     */
    public record Offer(String address, String label, String provider, int ranking, long serviceId) {}
}
