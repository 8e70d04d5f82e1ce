// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mediacapture.configuration.ConfiguredCamera;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.NetworkCameraConfig;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One configured camera: registers it as a service while the configuration is there, if this provider serves it.
 * Confined to the component runtime.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = CameraProperties.NETWORK_CAMERA_PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class NetworkCamera {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkCamera.class);
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final double PULL_RATE = 2; // images per second

    private static final ConfiguredCamera CONFIGURED = new ConfiguredCamera(WebcamProvider.NAME, SCHEMES);

    private final WebcamProvider provider;
    private Optional<Runnable> registration;

    /** Reads the configuration; a wrong one is reported and leads to no camera. */
    @Activate
    public NetworkCamera(NetworkCameraConfig config, Map<String, Object> written, @Reference WebcamProvider provider) {
        this.provider = provider;
        this.registration = CONFIGURED.first(config, written).map(plan -> register(plan, provider));
    }

    /** Becomes the camera of another configuration; a wrong one is reported, and the camera stays what it is. */
    @Modified
    void modified(NetworkCameraConfig config, Map<String, Object> written) {
        CONFIGURED.next(config, written).ifPresent(next -> {
            close();
            registration = next.map(plan -> register(plan, provider));
        });
    }

    private static Runnable register(CameraPlan plan, WebcamProvider provider) {
        Runnable registered =
                provider.register(device(plan), plan.serviceProperties(WebcamProvider.NAME, provider.ranking()));
        LOG.debug("Camera {} at {}", plan.name(), plan.url());
        return registered;
    }

    /** The camera of a configuration. */
    static WebcamDevice device(CameraPlan plan) {
        return device(plan, PULL_RATE);
    }

    /** The same, with so many images fetched per second. */
    static WebcamDevice device(CameraPlan plan, double pullRate) {
        Target target = new Target(plan.url().address(), plan.name(), plan.openDeadline(), List.of(), false);
        return new WebcamDevice(target, mode -> new HttpCamera(plan, pullRate));
    }

    /** Takes the camera away, and ends what is still open of it. */
    @Deactivate
    void close() {
        registration.ifPresent(Runnable::run);
        registration = Optional.empty();
    }
}
