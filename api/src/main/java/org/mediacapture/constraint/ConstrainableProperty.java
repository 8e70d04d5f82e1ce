// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A constrainable property: the one table from which constraints, capabilities, settings, JSON, shell output and
 * documentation derive. The rules of the specification read its columns; no rule has a list of names of its own.
 *
 * <p>The constants are the 34 properties of Media Capture and Streams, Image Capture, and {@code voiceIsolation}. A
 * provider may declare further ones for its device with {@link #vendor}; they take part in capabilities, settings and
 * constraints, and never in the supported constraints. Immutable; two properties are equal when their names are.
 *
 * @param <T> the Java type of a setting of this property
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#constrainable-properties">Media Capture and Streams:
 *     constrainable properties</a>
 * @see <a href="https://www.w3.org/TR/image-capture/#constrainable-properties">Image Capture: constrainable
 *     properties</a>
 */
public final class ConstrainableProperty<T> {
    /** What the name of a property must begin with when a provider declares it. */
    public static final String VENDOR_PREFIX = "vendor:";

    /** Width of the picture in pixels. */
    public static final ConstrainableProperty<Long> WIDTH = streams("width", ValueKind.ULONG)
            .unit("px")
            .capability(CapabilityShape.ULONG_RANGE)
            .build();

    /** Height of the picture in pixels. */
    public static final ConstrainableProperty<Long> HEIGHT = streams("height", ValueKind.ULONG)
            .unit("px")
            .capability(CapabilityShape.ULONG_RANGE)
            .build();

    /** Width divided by height, rounded to the tenth decimal place (RES-4). */
    public static final ConstrainableProperty<Double> ASPECT_RATIO = streams("aspectRatio", ValueKind.DOUBLE)
            .unit("ratio")
            .capability(CapabilityShape.DOUBLE_RANGE)
            .build();

    /** Frames per second, as configured (RES-2). */
    public static final ConstrainableProperty<Double> FRAME_RATE = streams("frameRate", ValueKind.DOUBLE)
            .unit("fps")
            .capability(CapabilityShape.DOUBLE_RANGE)
            .build();

    /** Where the camera looks: a word of {@link VideoFacingModeEnum} (RES-7). */
    public static final ConstrainableProperty<String> FACING_MODE =
            streams("facingMode", ValueKind.STRING).inherent().build();

    /** How the track gets its size: a word of {@link VideoResizeModeEnum} (RES-3). */
    public static final ConstrainableProperty<String> RESIZE_MODE =
            streams("resizeMode", ValueKind.STRING).build();

    /** Sound samples per second, in hertz. */
    public static final ConstrainableProperty<Long> SAMPLE_RATE = streams("sampleRate", ValueKind.ULONG)
            .audio()
            .unit("Hz")
            .capability(CapabilityShape.ULONG_RANGE)
            .build();

    /** Size of a sound sample in bits. */
    public static final ConstrainableProperty<Long> SAMPLE_SIZE = streams("sampleSize", ValueKind.ULONG)
            .audio()
            .unit("bit")
            .capability(CapabilityShape.ULONG_RANGE)
            .build();

    /** Echo cancellation: on or off, or a word of {@link EchoCancellationModeEnum}. */
    public static final ConstrainableProperty<Object> ECHO_CANCELLATION =
            streams("echoCancellation", ValueKind.BOOLEAN_OR_STRING).audio().build();

    /** Automatic gain control of a microphone, on or off. */
    public static final ConstrainableProperty<Boolean> AUTO_GAIN_CONTROL =
            streams("autoGainControl", ValueKind.BOOLEAN).audio().build();

    /** Noise suppression of a microphone, on or off. */
    public static final ConstrainableProperty<Boolean> NOISE_SUPPRESSION =
            streams("noiseSuppression", ValueKind.BOOLEAN).audio().build();

    /** Latency of sound in seconds. */
    public static final ConstrainableProperty<Double> LATENCY = streams("latency", ValueKind.DOUBLE)
            .audio()
            .unit("s")
            .capability(CapabilityShape.DOUBLE_RANGE)
            .build();

    /** Number of sound channels. */
    public static final ConstrainableProperty<Long> CHANNEL_COUNT = streams("channelCount", ValueKind.ULONG)
            .audio()
            .unit("channels")
            .capability(CapabilityShape.ULONG_RANGE)
            .build();

    /** The device, by an identifier that differs from origin to origin (DEV-1). */
    public static final ConstrainableProperty<String> DEVICE_ID = streams("deviceId", ValueKind.STRING)
            .media(EnumSet.allOf(MediaKind.class))
            .capability(CapabilityShape.SINGLE)
            .inherent()
            .build();

    /** The physical device that several devices may belong to (DEV-3). */
    public static final ConstrainableProperty<String> GROUP_ID = streams("groupId", ValueKind.STRING)
            .media(EnumSet.allOf(MediaKind.class))
            .capability(CapabilityShape.SINGLE)
            .inherent()
            .build();

    /** Blurring of the background, on or off (RES-8). */
    public static final ConstrainableProperty<Boolean> BACKGROUND_BLUR =
            streams("backgroundBlur", ValueKind.BOOLEAN).optionalOnly().build();

    /** White balance: a word of {@link MeteringMode} (PX-1). */
    public static final ConstrainableProperty<String> WHITE_BALANCE_MODE =
            image("whiteBalanceMode", ValueKind.STRING).build();

    /** Exposure: a word of {@link MeteringMode} (PX-2). */
    public static final ConstrainableProperty<String> EXPOSURE_MODE =
            image("exposureMode", ValueKind.STRING).build();

    /** Focus: a word of {@link MeteringMode} (PX-3). */
    public static final ConstrainableProperty<String> FOCUS_MODE =
            image("focusMode", ValueKind.STRING).build();

    /** Centres of the areas used by focus, exposure and white balance together (PX-4, PX-25). */
    public static final ConstrainableProperty<List<Point2D>> POINTS_OF_INTEREST = image(
                    "pointsOfInterest", ValueKind.POINTS)
            .unit("fraction of the picture")
            .capability(CapabilityShape.NONE)
            .build();

    /** Exposure compensation in EV (PX-5). */
    public static final ConstrainableProperty<Double> EXPOSURE_COMPENSATION = image(
                    "exposureCompensation", ValueKind.DOUBLE)
            .unit("EV")
            .dependsOn(EXPOSURE_MODE, MeteringMode.CONTINUOUS.value(), MeteringMode.SINGLE_SHOT.value())
            .build();

    /** Exposure time in units of 100 microseconds (PX-6). */
    public static final ConstrainableProperty<Double> EXPOSURE_TIME = image("exposureTime", ValueKind.DOUBLE)
            .unit("100 µs")
            .dependsOn(EXPOSURE_MODE, MeteringMode.MANUAL.value())
            .build();

    /** Colour temperature in kelvin (PX-7). */
    public static final ConstrainableProperty<Double> COLOR_TEMPERATURE = image("colorTemperature", ValueKind.DOUBLE)
            .unit("K")
            .dependsOn(WHITE_BALANCE_MODE, MeteringMode.MANUAL.value())
            .build();

    /** Sensitivity as in ISO 12232; larger is more sensitive (PX-8, X-12). */
    public static final ConstrainableProperty<Double> ISO =
            image("iso", ValueKind.DOUBLE).unit("ISO").build();

    /** Brightness in units of the device; larger is brighter (PX-9). */
    public static final ConstrainableProperty<Double> BRIGHTNESS =
            image("brightness", ValueKind.DOUBLE).unit("device units").build();

    /** Contrast in units of the device; larger is more contrast (PX-10). */
    public static final ConstrainableProperty<Double> CONTRAST =
            image("contrast", ValueKind.DOUBLE).unit("device units").build();

    /** Pan in arc seconds; positive is clockwise seen from above (PX-14). */
    public static final ConstrainableProperty<Double> PAN =
            image("pan", ValueKind.DOUBLE).unit("arcsec").panTiltZoom().build();

    /** Saturation in units of the device; larger is more colour (PX-11). */
    public static final ConstrainableProperty<Double> SATURATION =
            image("saturation", ValueKind.DOUBLE).unit("device units").build();

    /** Sharpness in units of the device; the minimum is no sharpening (PX-12). */
    public static final ConstrainableProperty<Double> SHARPNESS =
            image("sharpness", ValueKind.DOUBLE).unit("device units").build();

    /** Distance of the best focus, in metres, or in units of a device that does not tell metres, as USB cameras (PX-13). */
    public static final ConstrainableProperty<Double> FOCUS_DISTANCE = image("focusDistance", ValueKind.DOUBLE)
            .unit("m or device units")
            .dependsOn(FOCUS_MODE, MeteringMode.MANUAL.value())
            .build();

    /** Tilt in arc seconds; positive is upward seen from the front (PX-15). */
    public static final ConstrainableProperty<Double> TILT =
            image("tilt", ValueKind.DOUBLE).unit("arcsec").panTiltZoom().build();

    /** Zoom as a ratio, 1 is none (PX-16). */
    public static final ConstrainableProperty<Double> ZOOM =
            image("zoom", ValueKind.DOUBLE).unit("ratio").panTiltZoom().build();

    /** Continuous light, on or off (PX-17). */
    public static final ConstrainableProperty<Boolean> TORCH =
            image("torch", ValueKind.BOOLEAN).build();

    /** Isolation of the speaker's voice, on or off; from Media Capture Extensions (SUP-2). */
    public static final ConstrainableProperty<Boolean> VOICE_ISOLATION = new Builder<>(
                    "voiceIsolation",
                    ValueKind.BOOLEAN,
                    "https://www.w3.org/TR/mediacapture-extensions/#dom-mediatracksupportedconstraints-voiceisolation")
            .audio()
            .optionalOnly()
            .build();

    private static final Map<String, ConstrainableProperty<?>> TABLE = table();

    private final String name;
    private final ValueKind<T> kind;
    private final String unit;
    private final Set<MediaKind> media;
    private final ConstraintShape constraintShape;
    private final CapabilityShape capabilityShape;
    private final boolean requirable;
    private final boolean inherent;
    private final PropertyPermission permission;
    private final Optional<ModeDependency> dependency;
    private final URI spec;

    private ConstrainableProperty(Builder<T> columns) {
        this.name = columns.name;
        this.kind = columns.kind;
        this.unit = columns.unit;
        this.media = Collections.unmodifiableSet(EnumSet.copyOf(columns.media));
        this.constraintShape = columns.constraintShape;
        this.capabilityShape = columns.capabilityShape;
        this.requirable = columns.requirable;
        this.inherent = columns.inherent;
        this.permission = columns.permission;
        this.dependency = columns.dependency;
        this.spec = columns.spec;
    }

    /**
     * All properties of the specifications, in their order.
     *
     * @return the 34 properties
     */
    public static Collection<ConstrainableProperty<?>> all() {
        return TABLE.values();
    }

    /**
     * The property of the specifications with this name.
     *
     * @param name a name in the specification's case, such as "frameRate"
     * @return the property, or empty if the specifications know no such name
     */
    public static Optional<ConstrainableProperty<?>> named(String name) {
        return Optional.ofNullable(TABLE.get(Objects.requireNonNull(name, "name")));
    }

    /**
     * Declares a further property of a device.
     *
     * @param name begins with {@value #VENDOR_PREFIX}, for example "vendor:gain"
     * @param kind the kind of its values
     * @param spec where the control is described
     * @param <T> the Java type of a value
     * @return a builder for the other columns
     * @throws IllegalArgumentException if the name lacks the prefix
     */
    public static <T> Builder<T> vendor(String name, ValueKind<T> kind, URI spec) {
        if (!name.startsWith(VENDOR_PREFIX) || name.length() == VENDOR_PREFIX.length()) {
            throw new IllegalArgumentException(
                    "name: \"" + name + "\" must begin with \"" + VENDOR_PREFIX + "\" and go on after it");
        }
        return new Builder<>(name, kind, spec.toString()).optionalOnly();
    }

    /**
     * The name in the specification's case.
     *
     * @return for example "frameRate"
     */
    public String name() {
        return name;
    }

    /**
     * The kind of a value.
     *
     * @return the kind, which converts values
     */
    public ValueKind<T> kind() {
        return kind;
    }

    /**
     * The unit of a value.
     *
     * @return for example "px", "fps", "100 µs", "device units"; "" for strings and booleans
     */
    public String unit() {
        return unit;
    }

    /**
     * The kinds of track that can have this property.
     *
     * @return at least one
     */
    public Set<MediaKind> media() {
        return media;
    }

    /**
     * How a constraint on this property is written (IDL-6).
     *
     * @return the shape
     */
    public ConstraintShape constraintShape() {
        return constraintShape;
    }

    /**
     * How a capability of this property is published (IDL-8).
     *
     * @return the shape
     */
    public CapabilityShape capabilityShape() {
        return capabilityShape;
    }

    /**
     * Whether getUserMedia takes a required constraint on this property in the basic set (GUM-7).
     *
     * @return true if min, max and exact are allowed there
     */
    public boolean requiredInGetUserMedia() {
        return requirable;
    }

    /**
     * Whether the property is an unchangeable part of the device that settings tell all the same (CM-15).
     *
     * @return true for deviceId, groupId and facingMode
     */
    public boolean inherent() {
        return inherent;
    }

    /**
     * What a bundle needs to see and steer this property.
     *
     * @return the permission
     */
    public PropertyPermission permission() {
        return permission;
    }

    /**
     * The property that must be in a certain mode for this one to count (PX-27).
     *
     * @return the dependency, or empty
     */
    public Optional<ModeDependency> dependsOn() {
        return dependency;
    }

    /**
     * Where the property is specified.
     *
     * @return an absolute URI with a fragment
     */
    public URI spec() {
        return spec;
    }

    /**
     * Whether a provider declared this property.
     *
     * @return true for names that begin with {@value #VENDOR_PREFIX}
     */
    public boolean isVendor() {
        return name.startsWith(VENDOR_PREFIX);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConstrainableProperty<?> property && property.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    private static <T> Builder<T> streams(String name, ValueKind<T> kind) {
        return new Builder<>(name, kind, "https://www.w3.org/TR/mediacapture-streams/#def-constraint-" + name);
    }

    private static <T> Builder<T> image(String name, ValueKind<T> kind) {
        return new Builder<>(name, kind, "https://www.w3.org/TR/image-capture/#def-constraint-" + name).optionalOnly();
    }

    private static Map<String, ConstrainableProperty<?>> table() {
        Map<String, ConstrainableProperty<?>> table = new LinkedHashMap<>();
        Stream.<ConstrainableProperty<?>>of(
                        WIDTH,
                        HEIGHT,
                        ASPECT_RATIO,
                        FRAME_RATE,
                        FACING_MODE,
                        RESIZE_MODE,
                        SAMPLE_RATE,
                        SAMPLE_SIZE,
                        ECHO_CANCELLATION,
                        AUTO_GAIN_CONTROL,
                        NOISE_SUPPRESSION,
                        LATENCY,
                        CHANNEL_COUNT,
                        DEVICE_ID,
                        GROUP_ID,
                        BACKGROUND_BLUR,
                        WHITE_BALANCE_MODE,
                        EXPOSURE_MODE,
                        FOCUS_MODE,
                        POINTS_OF_INTEREST,
                        EXPOSURE_COMPENSATION,
                        EXPOSURE_TIME,
                        COLOR_TEMPERATURE,
                        ISO,
                        BRIGHTNESS,
                        CONTRAST,
                        PAN,
                        SATURATION,
                        SHARPNESS,
                        FOCUS_DISTANCE,
                        TILT,
                        ZOOM,
                        TORCH,
                        VOICE_ISOLATION)
                .forEach(property -> table.put(property.name, property));
        return Collections.unmodifiableMap(table);
    }

    /**
     * Collects the columns of a property. For use by one thread.
     *
     * @param <T> the Java type of a value
     */
    public static final class Builder<T> {
        private final String name;
        private final ValueKind<T> kind;
        private final URI spec;
        private String unit = "";
        private Set<MediaKind> media = EnumSet.of(MediaKind.VIDEO);
        private ConstraintShape constraintShape;
        private CapabilityShape capabilityShape;
        private boolean requirable = true;
        private boolean inherent;
        private PropertyPermission permission = PropertyPermission.NONE;
        private Optional<ModeDependency> dependency = Optional.empty();

        private Builder(String name, ValueKind<T> kind, String spec) {
            this.name = name;
            this.kind = kind;
            this.spec = URI.create(spec);
            this.constraintShape = shapeOf(kind);
            this.capabilityShape = constraintShape.hasRange() ? CapabilityShape.STEPPED_RANGE : CapabilityShape.LIST;
        }

        /**
         * Sets the unit.
         *
         * @param unit the unit of a value, never "" for a number
         * @return this builder
         */
        public Builder<T> unit(String unit) {
            this.unit = Objects.requireNonNull(unit, "unit");
            return this;
        }

        /**
         * Sets the mode that the property depends on.
         *
         * @param mode the property that decides
         * @param values the values of {@code mode} in which this property counts
         * @return this builder
         */
        public Builder<T> dependsOn(ConstrainableProperty<String> mode, String... values) {
            this.dependency = Optional.of(new ModeDependency(mode, Set.of(values)));
            return this;
        }

        /**
         * Makes the property.
         *
         * @return the property
         */
        public ConstrainableProperty<T> build() {
            return new ConstrainableProperty<>(this);
        }

        private Builder<T> audio() {
            return media(EnumSet.of(MediaKind.AUDIO));
        }

        private Builder<T> media(Set<MediaKind> kinds) {
            this.media = kinds;
            return this;
        }

        private Builder<T> capability(CapabilityShape shape) {
            this.capabilityShape = shape;
            return this;
        }

        private Builder<T> optionalOnly() {
            this.requirable = false;
            return this;
        }

        private Builder<T> inherent() {
            this.inherent = true;
            return this;
        }

        private Builder<T> panTiltZoom() {
            this.permission = PropertyPermission.PAN_TILT_ZOOM;
            this.constraintShape = ConstraintShape.NUMBER_OR_PRESENCE;
            return this;
        }

        private static ConstraintShape shapeOf(ValueKind<?> kind) {
            if (kind == ValueKind.ULONG || kind == ValueKind.DOUBLE) {
                return ConstraintShape.NUMBER;
            }
            if (kind == ValueKind.BOOLEAN) {
                return ConstraintShape.BOOLEAN;
            }
            if (kind == ValueKind.STRING) {
                return ConstraintShape.STRING;
            }
            return kind == ValueKind.POINTS ? ConstraintShape.POINTS : ConstraintShape.BOOLEAN_OR_STRING;
        }
    }
}
