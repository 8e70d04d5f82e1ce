// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.ProviderTrouble;
import org.mediacapture.provider.javacv.v4l2.DeviceFolder;
import org.mediacapture.provider.javacv.v4l2.DeviceNode;
import org.mediacapture.provider.javacv.v4l2.NativeDeviceFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the cameras at this computer as services while they are there, on 64-bit Linux. Confined to the component runtime, but
 * for the cameras themselves, which come and go on the thread that watches the devices.
 */
@Component(
        service = {},
        immediate = true)
public final class LocalCameras {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCameras.class);
    private static final Path DEVICES = Path.of("/dev");
    private static final Set<String> PROCESSORS = Set.of("amd64", "aarch64");

    private static final String JNA_REMEDY =
            "JNA unpacks a library into the folder for temporary files, which must be writable and let"
                    + " programs be run; start Java with -Djna.tmpdir=DIR to choose another";

    private final BundleContext context;
    private final int ranking;
    private final Set<JavacvDevice> devices = ConcurrentHashMap.newKeySet();
    private final LocalDiscovery discovery;
    private final Optional<DeviceFolder> folder;
    private Optional<ServiceRegistration<ProviderTrouble>> trouble = Optional.empty(); // guarded by this

    /** Begins to look for cameras. */
    @Activate
    public LocalCameras(BundleContext context, @Reference ProviderSettings settings) {
        this.context = context;
        this.ranking = settings.ranking();
        discovery = new LocalDiscovery(NativeDeviceFile::open, this::register, this::tell);
        folder = settings.discovers() && isServed() ? watch() : Optional.empty();
    }

    private static boolean isServed() {
        return System.getProperty("os.name", "").equals("Linux")
                && PROCESSORS.contains(System.getProperty("os.arch", ""));
    }

    private Optional<DeviceFolder> watch() {
        try {
            return Optional.of(DeviceFolder.watch(DEVICES, this::look));
        } catch (IOException e) {
            LOG.warn("{} cannot be watched, so there are no local cameras: {}", DEVICES, e.toString());
            tell(List.of("no local cameras: " + DEVICES + " cannot be watched: " + e.getMessage()));
            return Optional.empty();
        }
    }

    private boolean look(List<DeviceNode> there) {
        try {
            return discovery.devices(there);
        } catch (LinkageError e) {
            LOG.warn("JNA cannot be loaded, so there are no local cameras: {}", e.toString());
            tell(List.of("no local cameras: JNA cannot be loaded: " + e.getMessage()), JNA_REMEDY);
            return true;
        }
    }

    private Runnable register(CameraPlan plan, JavacvDevice camera) {
        devices.add(camera);
        ServiceRegistration<CameraDevice> registration = context.registerService(
                CameraDevice.class, camera, plan.serviceProperties(ProviderSettings.NAME, ranking));
        return () -> {
            if (!new DeviceErrors(plan.url()).isThere()) {
                camera.pulled();
            }
            registration.unregister();
            camera.close();
            devices.remove(camera);
        };
    }

    /** Tells operators what is wrong, or that nothing is any more. */
    private void tell(List<String> reasons) {
        tell(reasons, "");
    }

    private synchronized void tell(List<String> reasons, String remedy) {
        trouble.ifPresent(ServiceRegistration::unregister);
        Trouble told = new Trouble(String.join("; ", reasons), remedy);
        Dictionary<String, Object> properties =
                new Hashtable<>(Map.of(CameraProperties.PROVIDER, ProviderSettings.NAME));
        trouble = reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(context.registerService(ProviderTrouble.class, told, properties));
    }

    /** Takes the cameras away, and ends what is still open of them. */
    @Deactivate
    void close() {
        if (context.getBundle().getState() == Bundle.STOPPING) {
            // All begin to end, so that stopping many cameras takes as long as stopping one.
            devices.forEach(JavacvDevice::cancel);
        }
        folder.ifPresent(DeviceFolder::close);
        discovery.close();
        tell(List.of());
    }
}
