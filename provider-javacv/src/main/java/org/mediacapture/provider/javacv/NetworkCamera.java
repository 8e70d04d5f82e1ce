// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.NetworkCameraConfig;
import org.mediacapture.provider.javacv.v4l2.NativeDeviceFile;
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
 * FFmpeg is loaded meanwhile, and opening waits for it, so that the camera is there before those of providers with a
 * lower ranking are taken. Confined to the component runtime, but for the end of the registration if FFmpeg cannot be loaded.
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
        plan(config).ifPresent(this::register);
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

    private void register(CameraPlan plan) {
        CompletableFuture<CameraInput.Opener> opener = opener(plan);
        JavacvDevice camera = new JavacvDevice(plan, known(plan), opener);
        device = Optional.of(camera);
        natives.add(camera);
        registration = Optional.of(context.registerService(
                CameraDevice.class, camera, plan.serviceProperties(ProviderSettings.NAME, ranking)));
        LOG.info("Camera {} at {}", plan.name(), plan.url());
        // A camera that can never be opened would stand before those of other providers.
        opener.whenComplete((loaded, failure) -> {
            if (failure != null) {
                unregister();
            }
        });
    }

    private CompletableFuture<CameraInput.Opener> opener(CameraPlan plan) {
        return Scheme.of(plan.url()) == Scheme.V4L2
                ? CompletableFuture.completedFuture(interruption -> LocalInput.open(plan, NativeDeviceFile::open))
                : natives.sources().thenApply(sources -> sources.of(plan));
    }

    private static JavacvDevice.Known known(CameraPlan plan) {
        return Scheme.of(plan.url()) == Scheme.V4L2 ? JavacvDevice.Known.DEVICE : JavacvDevice.Known.NOTHING;
    }

    private void unregister() {
        Optional<ServiceRegistration<CameraDevice>> registered;
        synchronized (lock) {
            registered = registration;
            registration = Optional.empty();
        }
        registered.ifPresent(ServiceRegistration::unregister);
    }

    /** Takes the camera away, and ends what is still open of it. */
    @Deactivate
    void close() {
        if (context.getBundle().getState() == Bundle.STOPPING) {
            natives.cancelAll();
        }
        unregister();
        device.ifPresent(JavacvDevice::close);
        device.ifPresent(natives::remove);
    }
}
