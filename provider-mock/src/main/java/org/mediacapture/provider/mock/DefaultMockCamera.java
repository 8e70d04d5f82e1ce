// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Brings the mock camera that is there without configuration. Activated and deactivated by DS. */
@Component(
        configurationPid = DefaultMockCamera.PID,
        service = {})
@Designate(ocd = DefaultCameraConfiguration.class)
public final class DefaultMockCamera {
    static final String PID = "org.mediacapture.provider.mock";

    private final Optional<CameraRegistration> camera;

    /** Registers the camera, unless it is switched off. */
    @Activate
    public DefaultMockCamera(
            BundleContext context, @Reference MockTimer timer, DefaultCameraConfiguration configuration) {
        this.camera = configuration.$default()
                ? Optional.of(new CameraRegistration(context, CameraDescription.byDefault(), timer))
                : Optional.empty();
    }

    /** Removes the camera. */
    @Deactivate
    public void close() {
        camera.ifPresent(CameraRegistration::close);
    }
}
