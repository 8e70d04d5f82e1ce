// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mediacapture.provider.CameraProperties;

/**
 * A configured camera: everything that is known before it is opened. Immutable.
 *
 * @param url where it is
 * @param name its short name, made of letters, digits, - and _
 * @param label what a person calls it
 * @param facing where it looks, if configured
 * @param transport how RTSP carries pictures: tcp or udp
 * @param openDeadline how long opening may take
 * @param readDeadline how long it may be silent
 * @param loop whether a file begins anew at its end
 */
record CameraPlan(
        CameraUrl url,
        String name,
        String label,
        Optional<String> facing,
        String transport,
        Duration openDeadline,
        Duration readDeadline,
        boolean loop) {
    /** The value of {@link CameraProperties#PROVIDER}. */
    static final String PROVIDER = "javacv";

    private static final List<String> FACINGS = List.of("user", "environment", "left", "right");
    private static final List<String> TRANSPORTS = List.of("tcp", "udp");

    /**
     * Reads a configuration.
     *
     * @param config the configuration
     * @return the camera, or nothing if this provider is not to serve it or cannot
     * @throws IllegalArgumentException if a value is wrong; the message names key, value and what is accepted
     */
    static Optional<CameraPlan> of(NetworkCameraConfig config) {
        if (config.url().isBlank()) {
            throw new IllegalArgumentException("url: is missing; http, https, rtsp, file, v4l2 or lavfi is accepted");
        }
        List<String> providers = Arrays.stream(config.providers())
                .flatMap(names -> Arrays.stream(names.split("[,\\s]+")))
                .filter(name -> !name.isEmpty())
                .toList();
        if (!providers.isEmpty() && !providers.contains(PROVIDER)) {
            return Optional.empty();
        }
        return Scheme.of(config.url()).map(scheme -> read(scheme, config));
    }

    private static CameraPlan read(Scheme scheme, NetworkCameraConfig config) {
        CameraUrl url = CameraUrlParser.parse(scheme, config.url(), config.username(), config.password());
        String label = Arrays.stream(new String[] {config.label(), config.name(), url.place()})
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(scheme.text())
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

    /** A short name made of a label. */
    static String slug(String label) {
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
