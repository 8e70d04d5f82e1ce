// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.configuration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.NetworkCameraConfig;

/**
 * The camera of a configuration of {@value CameraProperties#NETWORK_CAMERA_PID}, as a provider reads it. Immutable.
 *
 * @param provider name of the provider
 * @param schemes the schemes that it serves, in small letters
 */
public record ConfiguredCamera(String provider, Set<String> schemes) {
    private static final ConfigurationCheck CHECK = new ConfigurationCheck("there is no camera of it");

    /** Makes it; the set is copied. */
    public ConfiguredCamera {
        schemes = Set.copyOf(schemes);
    }

    /**
     * The camera to begin with.
     *
     * @param config the configuration
     * @param values the same as it was written
     * @return the camera; empty if it is for other providers, or refused
     */
    public Optional<CameraPlan> first(NetworkCameraConfig config, Map<String, ?> values) {
        return CHECK.first(() -> read(config, values)).flatMap(plan -> plan);
    }

    /**
     * The camera to go on with.
     *
     * @param config the configuration
     * @param values the same as it was written
     * @return the camera, or none if it is for other providers now; empty if the one that there is stays
     */
    public Optional<Optional<CameraPlan>> next(NetworkCameraConfig config, Map<String, ?> values) {
        return CHECK.next(() -> read(config, values));
    }

    private Optional<CameraPlan> read(NetworkCameraConfig config, Map<String, ?> values) {
        Written written = new Written(CameraProperties.NETWORK_CAMERA_PID, values);
        written.milliseconds("open.deadline", 1, config::open_deadline);
        written.milliseconds("read.deadline", 1, config::read_deadline);
        written.flag("loop", config::loop);
        written.single("url", "name", "label", "facing", "username", "password", "transport");
        return written.named(() -> CameraPlan.of(config, provider, schemes));
    }
}
