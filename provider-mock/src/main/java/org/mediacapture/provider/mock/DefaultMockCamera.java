// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Map;
import java.util.Optional;
import org.mediacapture.configuration.ConfigurationCheck;
import org.mediacapture.configuration.Written;
import org.mediacapture.provider.MicrophoneDevice;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the mock camera that is there without configuration, and its microphone. Confined to the component runtime.
 */
@Component(
        configurationPid = DefaultMockCamera.PID,
        service = {})
@Designate(ocd = DefaultCameraConfiguration.class)
public final class DefaultMockCamera {
    static final String PID = "org.mediacapture.provider.mock";

    private static final Logger LOG = LoggerFactory.getLogger(DefaultMockCamera.class);

    private static final ConfigurationCheck CHECK = new ConfigurationCheck("the defaults are in force");

    private record Wanted(boolean camera, boolean microphone) {}

    private final BundleContext context;
    private final Studio studio;
    private Optional<CameraRegistration> camera = Optional.empty();
    private Optional<ServiceRegistration<MicrophoneDevice>> microphone = Optional.empty();

    /** Registers camera and microphone, unless they are switched off. */
    @Activate
    public DefaultMockCamera(
            BundleContext context,
            @Reference MockTimer timer,
            @Reference Sceneries sceneries,
            DefaultCameraConfiguration configuration,
            Map<String, Object> written) {
        this.context = context;
        this.studio = new Studio(timer, sceneries);
        bring(CHECK.first(() -> read(configuration, written)).orElse(new Wanted(true, true)));
    }

    /** Registers or removes what is switched on or off, unless the configuration is wrong. */
    @Modified
    public void modified(DefaultCameraConfiguration configuration, Map<String, Object> written) {
        CHECK.next(() -> read(configuration, written)).ifPresent(next -> {
            close();
            bring(next);
        });
    }

    /** Removes both. */
    @Deactivate
    public void close() {
        try {
            microphone.ifPresent(ServiceRegistration::unregister);
        } finally {
            camera.ifPresent(CameraRegistration::close);
        }
        microphone = Optional.empty();
        camera = Optional.empty();
    }

    private void bring(Wanted wanted) {
        CameraDescription description = CameraDescription.byDefault();
        if (wanted.camera()) {
            camera = Optional.of(new CameraRegistration(context, description, studio));
        }
        if (wanted.camera() && wanted.microphone()) {
            microphone = Optional.of(context.registerService(
                    MicrophoneDevice.class,
                    new MockMicrophone(description.address()),
                    MockMicrophone.serviceProperties()));
        }
    }

    private static Wanted read(DefaultCameraConfiguration configuration, Map<String, Object> values) {
        ConfigurationKeys.of(DefaultCameraConfiguration.class)
                .warnings(values)
                .forEach(warning -> LOG.warn("{}: {}", PID, warning));
        Written written = new Written(PID, values);
        return new Wanted(
                written.flag("default", configuration::$default),
                written.flag("microphone", configuration::microphone));
    }
}
