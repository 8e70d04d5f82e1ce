// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Optional;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.NetworkCameraConfig;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One configured camera: registers it as a service while the configuration is there, if this provider serves it.
 * Confined to the component runtime, but for the registration, which comes when FFmpeg is loaded.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = CameraProperties.NETWORK_CAMERA_PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class NetworkCamera {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkCamera.class);

    private final BundleContext context;
    private final FFmpegNatives natives;
    private final int ranking;
    private final Object lock = new Object();
    private Optional<JavacvDevice> device = Optional.empty();
    private Optional<ServiceRegistration<CameraDevice>> registration = Optional.empty();
    private boolean closed;

    /** Reads the configuration; a wrong one is reported and leads to no camera. */
    @Activate
    public NetworkCamera(
            BundleContext context,
            NetworkCameraConfig config,
            @Reference FFmpegNatives natives,
            @Reference ProviderSettings settings) {
        this.context = context;
        this.natives = natives;
        this.ranking = settings.ranking();
        plan(config).ifPresent(plan -> natives.whenLoaded(sources -> register(plan, sources)));
    }

    private static Optional<CameraPlan> plan(NetworkCameraConfig config) {
        try {
            Optional<CameraPlan> plan = CameraPlan.of(config, ProviderSettings.NAME, Scheme.texts());
            if (plan.isEmpty()) {
                LOG.debug("The camera {} is not for this provider", config.name());
            }
            return plan;
        } catch (IllegalArgumentException e) {
            LOG.warn("The configuration of the camera '{}' is wrong: {}", config.name(), e.getMessage());
            return Optional.empty();
        }
    }

    private void register(CameraPlan plan, FrameSources sources) {
        JavacvDevice camera = new JavacvDevice(plan, sources);
        synchronized (lock) {
            if (closed) {
                return;
            }
            device = Optional.of(camera);
        }
        natives.add(camera);
        // Not under the lock: registering calls listeners of other bundles.
        ServiceRegistration<CameraDevice> registered = context.registerService(
                CameraDevice.class, camera, plan.serviceProperties(ProviderSettings.NAME, ranking));
        boolean late;
        synchronized (lock) {
            late = closed;
            registration = late ? Optional.empty() : Optional.of(registered);
        }
        if (late) {
            registered.unregister();
            return;
        }
        LOG.info("Camera {} at {}", plan.name(), plan.url());
    }

    /** Takes the camera away, and ends what is still open of it. */
    @Deactivate
    void close() {
        if (context.getBundle().getState() == Bundle.STOPPING) {
            natives.cancelAll();
        }
        Optional<ServiceRegistration<CameraDevice>> registered;
        Optional<JavacvDevice> camera;
        synchronized (lock) {
            closed = true;
            registered = registration;
            camera = device;
        }
        registered.ifPresent(ServiceRegistration::unregister);
        camera.ifPresent(JavacvDevice::close);
        camera.ifPresent(natives::remove);
    }
}
