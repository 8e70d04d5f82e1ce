// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.mediacapture.configuration.ConfiguredCamera;
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
import org.osgi.service.component.annotations.Modified;
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

    private static final ConfiguredCamera CONFIGURED = new ConfiguredCamera(ProviderSettings.NAME, Scheme.texts());

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
            Map<String, Object> written,
            @Reference FFmpegNatives natives,
            @Reference ProviderSettings settings) {
        this.context = context;
        this.natives = natives;
        this.ranking = settings.ranking();
        CONFIGURED.first(config, written).ifPresent(this::register);
    }

    /** Becomes the camera of another configuration; a wrong one is reported, and the camera stays what it is. */
    @Modified
    void modified(NetworkCameraConfig config, Map<String, Object> written) {
        CONFIGURED.next(config, written).ifPresent(next -> {
            close();
            next.ifPresent(this::register);
        });
    }

    private void register(CameraPlan plan) {
        CompletableFuture<CameraInput.Opener> opener = opener(plan);
        JavacvDevice camera = new JavacvDevice(plan, known(plan), opener);
        device = Optional.of(camera);
        natives.add(camera);
        ServiceRegistration<CameraDevice> registered = context.registerService(
                CameraDevice.class, camera, plan.serviceProperties(ProviderSettings.NAME, ranking));
        synchronized (lock) {
            registration = Optional.of(registered);
        }
        LOG.debug("Camera {} at {}", plan.name(), plan.url());
        // A camera that can never be opened would stand before those of other providers. Another may be there by then.
        opener.whenComplete((loaded, failure) -> {
            if (failure != null) {
                unregister(current -> current == registered);
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

    private void unregister(Predicate<ServiceRegistration<CameraDevice>> meant) {
        Optional<ServiceRegistration<CameraDevice>> registered;
        synchronized (lock) {
            registered = registration.filter(meant);
            registration = registration.filter(meant.negate());
        }
        registered.ifPresent(ServiceRegistration::unregister);
    }

    /** Takes the camera away, and ends what is still open of it. */
    @Deactivate
    void close() {
        if (context.getBundle().getState() == Bundle.STOPPING) {
            natives.cancelAll();
        }
        unregister(any -> true);
        device.ifPresent(JavacvDevice::close);
        device.ifPresent(natives::remove);
        device = Optional.empty();
    }
}
