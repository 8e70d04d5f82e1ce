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
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all cameras of this bundle share: its configuration, and the list of those that are registered. Thread-safe. A change of
 * the configuration replaces it, and registers the cameras anew.
 */
@Component(service = WebcamProvider.class, configurationPid = WebcamProvider.PID)
@Designate(ocd = WebcamProvider.Config.class)
public final class WebcamProvider {
    /** The value of {@code camera.provider}. */
    static final String NAME = "webcam";

    private static final Logger LOG = LoggerFactory.getLogger(WebcamProvider.class);
    private static final long SHORTEST_INTERVAL_MILLIS = 100;

    static final String PID = "org.mediacapture.provider.webcam";

    /** What can be configured. */
    @ObjectClassDefinition(
            id = PID,
            name = "mediacapture: webcam-capture provider",
            description = "Cameras that are reached by webcam-capture")
    public @interface Config {
        /** The ranking of the cameras. */
        @AttributeDefinition(
                name = "Ranking",
                description = "service.ranking of the cameras: of two providers of a camera the higher is preferred")
        int ranking() default 50;

        /** Whether local cameras are looked for. */
        @AttributeDefinition(name = "Discovery", description = "Whether the cameras at this computer are looked for")
        boolean discovery() default true;

        /** The pause between two looks where nothing tells of changes; the key is {@code discovery.interval}. */
        @AttributeDefinition(
                name = "Discovery interval (ms)",
                description =
                        "How often is looked for cameras where the system does not tell that one comes or goes (on Linux it"
                                + " does), and for a new one that cannot be opened yet")
        long discovery_interval() default 2000;
    }

    private static final String REMEDY =
            "another provider may serve local cameras, as javacv does on 64-bit Linux; discovery=false of " + PID
                    + " keeps this one from looking for them";

    private record Trouble(String reason, String remedy) implements ProviderTrouble {}

    private final BundleContext context;
    private final int ranking;
    private final boolean discovery;
    private final Duration interval;
    private final AtomicReference<ServiceRegistration<ProviderTrouble>> trouble = new AtomicReference<>();
    private final Set<WebcamDevice> devices = ConcurrentHashMap.newKeySet();

    /** Reads the configuration. */
    @Activate
    public WebcamProvider(BundleContext context, Config config) {
        this.context = context;
        ranking = config.ranking();
        discovery = config.discovery();
        interval = Duration.ofMillis(Math.max(SHORTEST_INTERVAL_MILLIS, config.discovery_interval()));
    }

    /** The value of {@code service.ranking}. */
    int ranking() {
        return ranking;
    }

    /** Whether local cameras are looked for. */
    boolean discovers() {
        return discovery;
    }

    /** The pause between two looks for local cameras. */
    Duration interval() {
        return interval;
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
