// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The configurations of network and file cameras. Thread-safe. */
public final class NetworkCameras {
    /** The factory PID that every provider reads which can serve such cameras. */
    static final String PID = "org.mediacapture.network.camera";

    /** Several bundles read each configuration, so it belongs to none. */
    private static final String ANY_LOCATION = "?";

    private final ConfigurationAdmin configurations;

    /**
     * Makes the view of a configuration administration.
     *
     * @param configurations where the configurations are
     */
    public NetworkCameras(ConfigurationAdmin configurations) {
        this.configurations = configurations;
    }

    /**
     * Whether a camera of a short name is configured.
     *
     * @param name the short name
     * @return true if there is a configuration with this name
     */
    public boolean isConfigured(String name) {
        return named(name).isPresent();
    }

    /**
     * The short names of all configured cameras.
     *
     * @return the names, in order
     */
    List<String> names() {
        return all().stream()
                .map(camera -> text(camera, NetworkCameraRequest.NAME))
                .sorted()
                .toList();
    }

    Optional<Configuration> named(String name) {
        return all().stream()
                .filter(camera -> name.equals(text(camera, NetworkCameraRequest.NAME)))
                .findFirst();
    }

    /** A configuration that says the same as a request, apart from the name. */
    Optional<Configuration> same(NetworkCameraRequest request) {
        return all().stream()
                .filter(camera -> differences(camera, request).isEmpty())
                .findFirst();
    }

    /** The keys, apart from the name, in which a configuration differs from a request. */
    List<String> differences(Configuration camera, NetworkCameraRequest request) {
        Dictionary<String, Object> properties = camera.getProperties();
        boolean sameUrl = request.url().url().equals(properties.get(NetworkCameraRequest.URL));
        if (!sameUrl) {
            return List.of(NetworkCameraRequest.URL);
        }
        return NetworkCameraRequest.SETTINGS.stream()
                .filter(key -> !Objects.deepEquals(
                        properties.get(key), request.settings().get(key)))
                .toList();
    }

    Configuration create(String name, NetworkCameraRequest request) throws IOException {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of(
                NetworkCameraRequest.NAME,
                name,
                NetworkCameraRequest.URL,
                request.url().url()));
        request.settings().forEach(properties::put);
        Configuration camera = configurations.createFactoryConfiguration(PID, ANY_LOCATION);
        camera.update(properties);
        return camera;
    }

    static String text(Configuration camera, String key) {
        return Objects.toString(camera.getProperties().get(key), "");
    }

    private List<Configuration> all() {
        try {
            Configuration[] found =
                    configurations.listConfigurations("(" + ConfigurationAdmin.SERVICE_FACTORYPID + "=" + PID + ")");
            return Optional.ofNullable(found).map(Arrays::asList).orElse(List.of()).stream()
                    .filter(camera -> camera.getProperties() != null)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the filter is a constant", e);
        }
    }
}
