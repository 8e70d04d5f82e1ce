// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.ProviderTrouble;
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
 * What all cameras of this bundle share: its settings, and the list of those that are registered. Thread-safe. A change of
 * the settings replaces it, and registers the cameras anew.
 */
@Component(service = WebcamProvider.class)
public final class WebcamProvider {
    /** The value of {@code camera.provider}. */
    static final String NAME = "webcam";

    private static final Logger LOG = LoggerFactory.getLogger(WebcamProvider.class);
    private static final String REMEDY =
            "another provider may serve local cameras, as javacv does on 64-bit Linux; discovery=false of "
                    + ProviderConfiguration.PID + " keeps this one from looking for them";

    private record Trouble(String reason, String remedy) implements ProviderTrouble {}

    private final BundleContext context;
    private final ProviderSettings settings;
    private final AtomicReference<ServiceRegistration<ProviderTrouble>> trouble = new AtomicReference<>();
    private final Set<WebcamDevice> devices = ConcurrentHashMap.newKeySet();

    /** Begins without cameras. */
    @Activate
    public WebcamProvider(BundleContext context, @Reference ProviderSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    /** The value of {@code service.ranking}. */
    int ranking() {
        return settings.ranking();
    }

    /** Whether local cameras are looked for. */
    boolean discovers() {
        return settings.discovers();
    }

    /** The pause between two looks for local cameras. */
    Duration interval() {
        return settings.interval();
    }

    /** Tells operators that there are no local cameras. */
    void lacksLocalCameras(String reason) {
        String line = "no local cameras: " + reason;
        LOG.warn("The provider {} has {}", NAME, line);
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(CameraProperties.PROVIDER, NAME);
        // The component runtime does not know this service, and the bundle takes it away when it stops.
        trouble.set(context.registerService(ProviderTrouble.class, new Trouble(line, REMEDY), properties));
    }

    /** Takes back what was told to operators. */
    @Deactivate
    void close() {
        Optional.ofNullable(trouble.getAndSet(null)).ifPresent(ServiceRegistration::unregister);
    }

    /**
     * Registers a camera as a service.
     *
     * @param camera the camera
     * @param properties its service properties
     * @return takes it away again, and ends what is still open of it
     */
    Runnable register(WebcamDevice camera, Dictionary<String, Object> properties) {
        devices.add(camera);
        ServiceRegistration<CameraDevice> registration =
                context.registerService(CameraDevice.class, camera, properties);
        return () -> {
            if (context.getBundle().getState() == Bundle.STOPPING) {
                // All begin to end, so that stopping many cameras takes as long as stopping one.
                devices.forEach(WebcamDevice::cancel);
            }
            registration.unregister();
            camera.close();
            devices.remove(camera);
        };
    }
}
