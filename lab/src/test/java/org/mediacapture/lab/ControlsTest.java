// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.frame.Blob;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaStreamTrack;

/** Every control of a USB camera: what an application sets is what {@code v4l2-ctl} then reads. */
@InLab
class ControlsTest {
    /** The values of automatic modes are left alone by nobody; the mode is switched off for them. */
    private static final Map<String, Object> BY_HAND =
            Map.of("exposureMode", "manual", "whiteBalanceMode", "manual", "focusMode", "manual");

    /** W3C name, V4L2 name, and a value of each world that are the same. */
    private static final List<Pair> PAIRS = List.of(
            new Pair("exposureMode", "manual", "auto_exposure", 1),
            new Pair("exposureMode", "continuous", "auto_exposure", 3),
            new Pair("whiteBalanceMode", "manual", "white_balance_automatic", 0),
            new Pair("whiteBalanceMode", "continuous", "white_balance_automatic", 1),
            new Pair("focusMode", "manual", "focus_automatic_continuous", 0),
            new Pair("focusMode", "continuous", "focus_automatic_continuous", 1),
            new Pair("exposureTime", 2500.0, "exposure_time_absolute", 2500),
            new Pair("colorTemperature", 3000.0, "white_balance_temperature", 3000),
            new Pair("focusDistance", 200.0, "focus_absolute", 200),
            new Pair("zoom", 2.5, "zoom_absolute", 250),
            new Pair("pan", -7200.0, "pan_absolute", -7200),
            new Pair("tilt", 36000.0, "tilt_absolute", 36000),
            new Pair("brightness", -30.0, "brightness", -30),
            new Pair("contrast", 60.0, "contrast", 60),
            new Pair("saturation", 10.0, "saturation", 10),
            new Pair("sharpness", 7.0, "sharpness", 7),
            new Pair("vendor:hue", 500.0, "hue", 500),
            new Pair("vendor:gamma", 200.0, "gamma", 200),
            new Pair("vendor:gain", 55.0, "gain", 55),
            new Pair("vendor:power_line_frequency", "60 Hz", "power_line_frequency", 2),
            new Pair("vendor:backlight_compensation", 2.0, "backlight_compensation", 2),
            new Pair("vendor:exposure_dynamic_framerate", true, "exposure_dynamic_framerate", 1),
            new Pair("vendor:privacy", true, "privacy", 1),
            new Pair("vendor:iris_absolute", 100.0, "iris_absolute", 100));

    private final LabFramework framework;
    private final CameraLab lab;
    private final LabReport report;
    private final Cameras cameras;
    private final VideoNode camera;

    ControlsTest(LabFramework framework, CameraLab lab, LabReport report) {
        this.framework = framework;
        this.lab = lab;
        this.report = report;
        this.cameras = new Cameras(framework);
        this.camera = lab.camera("uvcvideo");
    }

    /** Plugging it in anew gives all controls their defaults. */
    @AfterEach
    void plugAnew() {
        cameras.close();
        lab.unplug(0);
        lab.plug(0, "LAB0001");
    }

    @Test
    void everyControlIsThereAndReachesTheCameraInItsUnit() throws Exception {
        framework.device("javacv", camera.address());
        MediaStreamTrack track = cameras.open(camera.address());
        Map<String, ConstrainableProperty<?>> controls = new LinkedHashMap<>();
        framework
                .device("javacv", camera.address())
                .controls()
                .properties()
                .forEach(property -> controls.put(property.name(), property));
        assertThat(controls.keySet())
                .isEqualTo(PAIRS.stream().map(Pair::property).collect(Collectors.toSet()));

        for (Pair pair : PAIRS) {
            Map<String, Object> wish = new LinkedHashMap<>();
            if (!BY_HAND.containsKey(pair.property())) {
                wish.putAll(BY_HAND);
            }
            wish.put(pair.property(), pair.value());
            Promises.value(track.applyConstraints(wish));

            assertThat(lab.control(camera, pair.control())).as(pair.control()).isEqualTo(pair.raw());
            assertThat(track.getSettings().toMap()).containsEntry(pair.property(), pair.value());
        }
        for (Map.Entry<String, ConstrainableProperty<?>> control : controls.entrySet()) {
            report.add(
                    LabTable.CONTROLS,
                    "uvcvideo",
                    control.getKey(),
                    names(control.getKey()),
                    range(track.getCapabilities().get(control.getValue()).orElseThrow()),
                    control.getValue().unit());
        }
    }

    private static String names(String property) {
        Set<String> names = PAIRS.stream()
                .filter(pair -> pair.property().equals(property))
                .map(Pair::control)
                .collect(Collectors.toSet());
        return String.join(", ", names);
    }

    /** The values of a control, for people. */
    static String range(Capability capability) {
        if (capability instanceof MediaSettingsRange range) {
            return number(range.min()) + " to " + number(range.max()) + " by " + number(range.step());
        }
        return ((Choices) capability).values().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    @Test
    @Tag("smoke")
    void zoomPanAndTiltAreSeenInThePhoto() throws Exception {
        framework.device("javacv", camera.address());
        MediaStreamTrack track = cameras.open(camera.address(), Map.of("width", 640, "height", 480));

        Promises.value(track.applyConstraints(Map.of("zoom", 3, "pan", 36000, "tilt", -36000)));
        Blob photo = Promises.value(
                framework.service(ImageCaptureFactory.class).create(track).takePhoto(PhotoSettings.ofSize(640, 480)));

        UvcPicture picture = UvcPicture.of(photo);
        assertThat(picture.square().height).isBetween(3 * 480 / 8 - 16, 3 * 480 / 8 + 16);
        assertThat(picture.square().getCenterX()).isLessThan(640 * 0.35); // positive pan: the camera looks to the right
        assertThat(picture.square().getCenterY()).isLessThan(480 * 0.35); // negative tilt: it looks down
    }

    /** A value as an application sets it, and as the driver has it then. */
    private record Pair(String property, Object value, String control, int raw) {}
}
