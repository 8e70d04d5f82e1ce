// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Map;
import java.util.Optional;
import org.mediacapture.configuration.ConfigurationCheck;
import org.mediacapture.configuration.Written;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the mock camera of one factory configuration. Confined to the component runtime. */
@Component(
        configurationPid = ConfiguredMockCamera.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {})
@Designate(ocd = MockCameraConfiguration.class, factory = true)
public final class ConfiguredMockCamera {
    static final String PID = "org.mediacapture.provider.mock.camera";

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredMockCamera.class);

    private static final ConfigurationCheck CHECK = new ConfigurationCheck("there is no camera of it");

    private final BundleContext context;
    private final Studio studio;
    private Optional<CameraRegistration> camera;

    /** Registers the camera, if its configuration is right; else the log says what is wrong. */
    @Activate
    public ConfiguredMockCamera(
            BundleContext context,
            @Reference MockTimer timer,
            @Reference Sceneries sceneries,
            MockCameraConfiguration configuration,
            Map<String, Object> written) {
        this.context = context;
        this.studio = new Studio(timer, sceneries);
        this.camera = CHECK.first(() -> read(configuration, written)).map(this::register);
    }

    /** Becomes the camera of another configuration, unless that is wrong. */
    @Modified
    public void modified(MockCameraConfiguration configuration, Map<String, Object> written) {
        CHECK.next(() -> read(configuration, written)).ifPresent(next -> {
            close();
            camera = Optional.of(register(next));
        });
    }

    /** Removes the camera. */
    @Deactivate
    public void close() {
        camera.ifPresent(CameraRegistration::close);
        camera = Optional.empty();
    }

    private CameraRegistration register(CameraDescription description) {
        return new CameraRegistration(context, description, studio);
    }

    private static CameraDescription read(MockCameraConfiguration configuration, Map<String, Object> values) {
        ConfigurationKeys.of(MockCameraConfiguration.class)
                .warnings(values)
                .forEach(warning -> LOG.warn("{} of \"{}\": {}", PID, configuration.name(), warning));
        Written written = new Written(PID, values);
        written.number("ranking", configuration::ranking);
        written.flag("exclusive", configuration::exclusive);
        written.flag("still", configuration::still);
        written.single("name", "label", "facing", "provider", "photo.redEyeReduction");
        return written.named(() -> CameraDescription.of(configuration));
    }
}
