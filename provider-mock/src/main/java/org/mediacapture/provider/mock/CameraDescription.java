// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.VideoMode;
import org.osgi.framework.Constants;

/**
 * What a mock camera is: the checked form of its configuration. Immutable.
 *
 * @param name the short name: letters, digits, - and _
 * @param label what a person calls it
 * @param provider the provider's name
 * @param facing "user", "environment", "left", "right", or "" for none
 * @param modes at least one mode, the default first
 * @param controls what can be steered, and how far
 * @param exclusive whether an open session keeps others out
 * @param still how it takes photos apart from the stream, or empty if it does not
 * @param ranking the service ranking
 * @param faults what goes wrong
 */
record CameraDescription(
        String name,
        String label,
        String provider,
        String facing,
        List<VideoMode> modes,
        OfferedControls controls,
        boolean exclusive,
        Optional<StillDescription> still,
        int ranking,
        FaultPlan faults) {
    /** The provider's name, and the short name of the camera that is there without configuration. */
    static final String MOCK = "mock";

    /** A ranking below that of every camera that is real. */
    static final int LOWEST_RANKING = -1000;

    private static final String NAME_PATTERN = "[A-Za-z0-9_-]+";
    private static final List<String> FACINGS = List.of("user", "environment", "left", "right");

    CameraDescription {
        requireName("name", name);
        requireName("provider", provider);
        Objects.requireNonNull(label, "label");
        if (!facing.isEmpty() && !FACINGS.contains(facing)) {
            throw new IllegalArgumentException(
                    "facing: \"" + facing + "\" is not one of " + String.join(", ", FACINGS) + ", or empty");
        }
        modes = List.copyOf(modes);
        if (modes.isEmpty()) {
            throw new IllegalArgumentException(
                    "modes: the list is empty; at least one such as \"640x480@30\" is needed");
        }
        requireSense(faults, controls, modes, still.isPresent());
    }

    /** The camera that is there without configuration. */
    static CameraDescription byDefault() {
        return new CameraDescription(
                MOCK,
                "Mock camera",
                MOCK,
                "",
                MockMode.DEFAULTS,
                OfferedControls.ALL,
                false,
                Optional.empty(),
                LOWEST_RANKING,
                FaultPlan.NONE);
    }

    /**
     * Reads a configuration.
     *
     * @throws IllegalArgumentException if a value is wrong; the message names it and what is accepted
     */
    static CameraDescription of(MockCameraConfiguration configuration) {
        List<VideoMode> modes =
                words(configuration.modes()).stream().map(MockMode::parse).toList();
        String name = configuration.name();
        return new CameraDescription(
                name,
                configuration.label().isBlank() ? "Mock camera " + name : configuration.label(),
                configuration.provider(),
                configuration.facing(),
                modes,
                OfferedControls.of(words(configuration.controls())),
                configuration.exclusive(),
                still(configuration, modes),
                configuration.ranking(),
                FaultSyntax.parse(words(configuration.faults())));
    }

    /** The address of the camera, equal for all offers of the same name. */
    String address() {
        return "mock:" + name;
    }

    /** The properties of the camera's service. */
    Dictionary<String, Object> serviceProperties() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(CameraProperties.ADDRESS, address());
        properties.put(CameraProperties.LABEL, label);
        properties.put(CameraProperties.NAME, name);
        properties.put(CameraProperties.PROVIDER, provider);
        properties.put(Constants.SERVICE_RANKING, ranking);
        if (!facing.isEmpty()) {
            properties.put(CameraProperties.FACING, facing);
        }
        return properties;
    }

    private static Optional<StillDescription> still(MockCameraConfiguration configuration, List<VideoMode> modes) {
        if (!configuration.still()) {
            return Optional.empty();
        }
        List<String> sizes = words(configuration.photo_sizes());
        return Optional.of(StillDescription.of(
                sizes.isEmpty() ? sizesOf(modes) : PhotoSizes.parse(sizes),
                configuration.photo_redEyeReduction(),
                words(configuration.photo_fillLightMode())));
    }

    private static PhotoSizes sizesOf(List<VideoMode> modes) {
        return PhotoSizes.of(modes.stream()
                .map(mode -> new PictureLayout(mode.width(), mode.height()))
                .toList());
    }

    /** Faults that could never happen are refused, since nobody would notice. */
    private static void requireSense(
            FaultPlan faults, OfferedControls controls, List<VideoMode> modes, boolean photographic) {
        if (faults.concerned().contains(FaultPlan.Call.PHOTO) && !photographic) {
            throw new IllegalArgumentException("faults: a fault of photo needs still=true, else photos come from the"
                    + " stream and the camera is not asked");
        }
        for (MockControl control : faults.refused()) {
            if (controls.offer(control).isEmpty()) {
                throw new IllegalArgumentException("faults: \"apply-fails-on=" + control.propertyName() + "\" needs "
                        + control.propertyName() + " among the controls");
            }
        }
        boolean compressed = modes.stream().anyMatch(mode -> mode.format().isCompressed());
        if (faults.stream().corruptsEvery() > 0 && !compressed) {
            throw new IllegalArgumentException(
                    "faults: corrupts-every needs a mode with MJPEG; uncompressed frames" + " are always whole");
        }
    }

    private static void requireName(String argument, String value) {
        if (!value.matches(NAME_PATTERN)) {
            throw new IllegalArgumentException(
                    argument + ": \"" + value + "\" must be one or more letters, digits, - and _");
        }
    }

    /** The elements of lists, which a single text may hold too, separated by commas. */
    private static List<String> words(String[] values) {
        return Arrays.stream(values)
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
