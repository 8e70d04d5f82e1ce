// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

import java.time.Duration;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A camera that is configured: everything that is known before it is opened. Immutable. All providers read a configuration
 * with this class, so that the camera has the same address, name and label whichever serves it.
 *
 * @param url where it is
 * @param name its short name, made of letters, digits, - and _; the value of {@link CameraProperties#NAME}
 * @param label what a person calls it
 * @param facing where it looks, if configured
 * @param transport how RTSP carries pictures: tcp or udp
 * @param openDeadline how long opening may take
 * @param readDeadline how long it may be silent
 * @param loop whether a file begins anew at its end
 */
public record CameraPlan(
        CameraUrl url,
        String name,
        String label,
        Optional<String> facing,
        String transport,
        Duration openDeadline,
        Duration readDeadline,
        boolean loop) {
    private static final List<String> FACINGS = List.of("user", "environment", "left", "right");
    private static final List<String> TRANSPORTS = List.of("tcp", "udp");

    /**
     * Reads a configuration.
     *
     * @param config the configuration
     * @param provider the name of the provider that asks, as in {@link CameraProperties#PROVIDER}
     * @param schemes the schemes that the provider serves, in small letters
     * @return the camera, or nothing if the provider is not to serve it or cannot
     * @throws IllegalArgumentException if a value is wrong; the message names key, value and what is accepted
     */
    public static Optional<CameraPlan> of(NetworkCameraConfig config, String provider, Set<String> schemes) {
        if (config.url().isBlank()) {
            throw new IllegalArgumentException("url: is missing; http, https, rtsp, file, v4l2 or lavfi is accepted");
        }
        List<String> providers = Arrays.stream(config.providers())
                .flatMap(names -> Arrays.stream(names.split("[,\\s]+")))
                .filter(name -> !name.isEmpty())
                .toList();
        boolean meant = providers.isEmpty() || providers.contains(provider);
        return meant && schemes.contains(CameraUrl.schemeOf(config.url()))
                ? Optional.of(read(config))
                : Optional.empty();
    }

    /**
     * A camera that was found and not configured: its name is made of its label, all else is as usual.
     *
     * @param url where it is
     * @param label what it calls itself; where that is blank, the place names it
     * @return the camera
     */
    public static CameraPlan of(CameraUrl url, String label) {
        String shown = label.isBlank() ? url.place() : label.strip();
        return new CameraPlan(
                url,
                slug(shown),
                shown,
                Optional.empty(),
                TRANSPORTS.get(0),
                Duration.ofSeconds(8),
                Duration.ofSeconds(5),
                true);
    }

    private static CameraPlan read(NetworkCameraConfig config) {
        CameraUrl url = CameraUrl.parse(config.url(), config.username(), config.password());
        String label = Arrays.stream(new String[] {config.label(), config.name(), url.place()})
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(url.scheme())
                .strip();
        return new CameraPlan(
                url,
                config.name().isBlank() ? slug(label) : shortName(config.name().strip()),
                label,
                config.facing().isBlank() ? Optional.empty() : Optional.of(oneOf("facing", config.facing(), FACINGS)),
                oneOf("transport", config.transport(), TRANSPORTS),
                positive("open.deadline", config.open_deadline()),
                positive("read.deadline", config.read_deadline()),
                config.loop());
    }

    /**
     * The service properties of the camera.
     *
     * @param provider the value of {@link CameraProperties#PROVIDER}
     * @param ranking the value of {@code service.ranking}
     * @return the properties with which a provider registers its {@link CameraDevice}
     */
    public Dictionary<String, Object> serviceProperties(String provider, int ranking) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(CameraProperties.ADDRESS, url.address());
        properties.put(CameraProperties.LABEL, label);
        properties.put(CameraProperties.NAME, name);
        properties.put(CameraProperties.PROVIDER, provider);
        properties.put("service.ranking", ranking);
        facing.ifPresent(value -> properties.put(CameraProperties.FACING, value));
        return properties;
    }

    /**
     * A short name made of a label.
     *
     * @param label any text
     * @return a text of small letters, digits and -
     */
    public static String slug(String label) {
        String slug =
                label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "camera" : slug;
    }

    private static String shortName(String name) {
        if (!name.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("name: '" + name + "' is not accepted; letters, digits, - and _ are");
        }
        return name;
    }

    private static String oneOf(String key, String value, List<String> accepted) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        if (!accepted.contains(word)) {
            throw new IllegalArgumentException(key + ": '" + value + "' is not accepted; one of " + accepted + " is");
        }
        return word;
    }

    private static Duration positive(String key, long millis) {
        if (millis < 1) {
            throw new IllegalArgumentException(key + ": " + millis + " is not accepted; 1 or more milliseconds are");
        }
        return Duration.ofMillis(millis);
    }
}
