// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.util.Dictionary;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mediacapture.provider.CameraDevice;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * What all cameras of this bundle share: its configuration, and the list of those that are registered. Thread-safe. A change of
 * the configuration replaces it, and registers the cameras anew.
 */
@Component(service = WebcamProvider.class, configurationPid = WebcamProvider.PID)
@Designate(ocd = WebcamProvider.Config.class)
public final class WebcamProvider {
    /** The value of {@code camera.provider}. */
    static final String NAME = "webcam";

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
    }

    private final BundleContext context;
    private final int ranking;
    private final Set<WebcamDevice> devices = ConcurrentHashMap.newKeySet();

    /** Reads the configuration. */
    @Activate
    public WebcamProvider(BundleContext context, Config config) {
        this.context = context;
        ranking = config.ranking();
    }

    /** The value of {@code service.ranking}. */
    int ranking() {
        return ranking;
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
