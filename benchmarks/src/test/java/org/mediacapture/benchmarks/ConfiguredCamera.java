// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.Hashtable;
import java.util.Map;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A camera that is offered by configuration, as an operator does it. Confined to the thread that measures. */
final class ConfiguredCamera implements AutoCloseable {
    private final MockFramework framework;
    private final String name;
    private final Configuration configuration;

    private ConfiguredCamera(MockFramework framework, String name, Configuration configuration) {
        this.framework = framework;
        this.name = name;
        this.configuration = configuration;
    }

    /**
     * Offers it, and waits until it is there.
     *
     * @param name how it is called in the framework
     * @param properties the rest of its configuration
     */
    static ConfiguredCamera offer(MockFramework framework, String name, Map<String, ?> properties) throws Exception {
        Configuration configuration = framework
                .service(ConfigurationAdmin.class)
                .createFactoryConfiguration(CameraProperties.NETWORK_CAMERA_PID, "?");
        Hashtable<String, Object> all = new Hashtable<>(properties);
        all.put("name", name);
        configuration.update(all);
        ConfiguredCamera camera = new ConfiguredCamera(framework, name, configuration);
        framework.awaitCameras(seen -> seen.stream().anyMatch(camera::isThis));
        return camera;
    }

    /** Opens it as an application does. */
    MediaStreamTrack open() throws Exception {
        return framework
                .devices()
                .getUserMedia(Map.of("video", Map.of("deviceId", Map.of("exact", id()))))
                .getValue()
                .getVideoTracks()
                .get(0);
    }

    private String id() throws InterruptedException {
        return framework.service(CameraAdmin.class).cameras().stream()
                .filter(this::isThis)
                .map(CameraStatus::deviceId)
                .findFirst()
                .orElseThrow();
    }

    private boolean isThis(CameraStatus camera) {
        return camera.name().equals(name);
    }

    @Override
    public void close() throws Exception {
        configuration.delete();
        framework.awaitCameras(seen -> seen.stream().noneMatch(this::isThis));
    }
}
