// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Map;
import java.util.Optional;
import org.mediacapture.provider.MicrophoneDevice;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the mock camera that is there without configuration, and its microphone. Activated and deactivated by DS;
 * immutable.
 */
@Component(
        configurationPid = DefaultMockCamera.PID,
        service = {})
@Designate(ocd = DefaultCameraConfiguration.class)
public final class DefaultMockCamera {
    static final String PID = "org.mediacapture.provider.mock";

    private static final Logger LOG = LoggerFactory.getLogger(DefaultMockCamera.class);

    private final Optional<CameraRegistration> camera;
    private final Optional<ServiceRegistration<MicrophoneDevice>> microphone;

    /** Registers camera and microphone, unless they are switched off. */
    @Activate
    public DefaultMockCamera(
            BundleContext context,
            @Reference MockTimer timer,
            DefaultCameraConfiguration configuration,
            Map<String, Object> written) {
        ConfigurationKeys.of(DefaultCameraConfiguration.class)
                .warnings(written)
                .forEach(warning -> LOG.warn("{}: {}", PID, warning));
        CameraDescription description = CameraDescription.byDefault();
        this.camera = configuration.$default()
                ? Optional.of(new CameraRegistration(context, description, timer))
                : Optional.empty();
        this.microphone = configuration.$default() && configuration.microphone()
                ? Optional.of(context.registerService(
                        MicrophoneDevice.class,
                        new MockMicrophone(description.address()),
                        MockMicrophone.serviceProperties()))
                : Optional.empty();
    }

    /** Removes both. */
    @Deactivate
    public void close() {
        try {
            microphone.ifPresent(ServiceRegistration::unregister);
        } finally {
            camera.ifPresent(CameraRegistration::close);
        }
    }
}
