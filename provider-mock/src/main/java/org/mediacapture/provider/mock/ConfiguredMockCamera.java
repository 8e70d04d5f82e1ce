// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the mock camera of one factory configuration. Activated and deactivated by DS. */
@Component(
        configurationPid = ConfiguredMockCamera.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {})
@Designate(ocd = MockCameraConfiguration.class, factory = true)
public final class ConfiguredMockCamera {
    static final String PID = "org.mediacapture.provider.mock.camera";

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredMockCamera.class);

    private final Optional<CameraRegistration> camera;

    /** Registers the camera, if its configuration is right; else the log says what is wrong. */
    @Activate
    public ConfiguredMockCamera(
            BundleContext context,
            @Reference MockTimer timer,
            MockCameraConfiguration configuration,
            Map<String, Object> written) {
        ConfigurationKeys.of(MockCameraConfiguration.class)
                .warnings(written)
                .forEach(warning -> LOG.warn("{} of \"{}\": {}", PID, configuration.name(), warning));
        this.camera = describe(configuration).map(description -> new CameraRegistration(context, description, timer));
    }

    /** Removes the camera. */
    @Deactivate
    public void close() {
        camera.ifPresent(CameraRegistration::close);
    }

    private static Optional<CameraDescription> describe(MockCameraConfiguration configuration) {
        try {
            return Optional.of(CameraDescription.of(configuration));
        } catch (IllegalArgumentException e) {
            LOG.error("The configuration {} of \"{}\" brings no camera. {}", PID, configuration.name(), e.getMessage());
            return Optional.empty();
        }
    }
}
