// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import static org.mediacapture.constraint.ConstrainableProperty.BRIGHTNESS;
import static org.mediacapture.constraint.ConstrainableProperty.COLOR_TEMPERATURE;
import static org.mediacapture.constraint.ConstrainableProperty.CONTRAST;
import static org.mediacapture.constraint.ConstrainableProperty.EXPOSURE_COMPENSATION;
import static org.mediacapture.constraint.ConstrainableProperty.EXPOSURE_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.EXPOSURE_TIME;
import static org.mediacapture.constraint.ConstrainableProperty.FOCUS_DISTANCE;
import static org.mediacapture.constraint.ConstrainableProperty.FOCUS_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.ISO;
import static org.mediacapture.constraint.ConstrainableProperty.PAN;
import static org.mediacapture.constraint.ConstrainableProperty.SATURATION;
import static org.mediacapture.constraint.ConstrainableProperty.SHARPNESS;
import static org.mediacapture.constraint.ConstrainableProperty.TILT;
import static org.mediacapture.constraint.ConstrainableProperty.TORCH;
import static org.mediacapture.constraint.ConstrainableProperty.WHITE_BALANCE_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.ZOOM;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MeteringMode;

/**
 * Which controls of V4L2 are which properties of Image Capture, and in which units; modes first, since values depend on them
 * (PX-27). All other controls of a device become properties of its own ({@link VendorControls}). Immutable.
 *
 * <p>A row names the property and the number of its control in {@code linux/v4l2-controls.h}. Where a property has several rows,
 * the first counts whose control the device has.
 *
 * @see <a href="https://docs.kernel.org/userspace-api/media/v4l/control.html">User controls</a>
 * @see <a href="https://docs.kernel.org/userspace-api/media/v4l/ext-ctrls-camera.html">Camera controls</a>
 * @see <a href="https://docs.kernel.org/userspace-api/media/v4l/ext-ctrls-flash.html">Flash controls</a>
 */
final class ControlTable {
    private static final int USER = 0x0098_0900;
    private static final int CAMERA = 0x009A_0900;
    private static final int FLASH = 0x009C_0900;

    private static final int AUTO_WHITE_BALANCE = USER + 12;
    private static final int DO_WHITE_BALANCE = USER + 13;
    private static final int ILLUMINATORS_1 = USER + 37;
    private static final int AUTO_EXPOSURE = CAMERA + 1;
    private static final int AUTO_FOCUS = CAMERA + 12;
    private static final int WHITE_BALANCE_PRESET = CAMERA + 20;
    private static final int ISO_AUTO = CAMERA + 24;
    private static final int AUTO_FOCUS_START = CAMERA + 28;
    private static final int FLASH_LED_MODE = FLASH + 1;

    private static final String MANUAL = MeteringMode.MANUAL.value();
    private static final String SINGLE_SHOT = MeteringMode.SINGLE_SHOT.value();
    private static final String CONTINUOUS = MeteringMode.CONTINUOUS.value();

    private static final List<ControlRow> ROWS = List.of(
            // Entries: 0 automatic, 1 manual, 2 shutter priority (the time by hand), 3 aperture priority (the time
            // automatic, as nearly all cameras have it).
            ControlRow.words(EXPOSURE_MODE, AUTO_EXPOSURE)
                    .value(1, MANUAL)
                    .value(2, MANUAL)
                    .value(3, CONTINUOUS)
                    .value(0, CONTINUOUS),
            ControlRow.words(WHITE_BALANCE_MODE, AUTO_WHITE_BALANCE)
                    .value(0, MANUAL)
                    .value(1, CONTINUOUS)
                    .press(SINGLE_SHOT, DO_WHITE_BALANCE, 0),
            // Entries: 0 manual, 1 automatic, then kinds of light.
            ControlRow.words(WHITE_BALANCE_MODE, WHITE_BALANCE_PRESET)
                    .value(0, MANUAL)
                    .value(1, CONTINUOUS)
                    .values(2, 9, MANUAL),
            ControlRow.words(FOCUS_MODE, AUTO_FOCUS)
                    .value(0, MANUAL)
                    .value(1, CONTINUOUS)
                    .press(SINGLE_SHOT, AUTO_FOCUS_START, 0),
            ControlRow.number(EXPOSURE_TIME, CAMERA + 2, Scale.SAME), // both count in 100 microseconds
            ControlRow.number(EXPOSURE_COMPENSATION, CAMERA + 19, Scale.THOUSANDTHS), // EV
            ControlRow.number(ISO, CAMERA + 23, Scale.THOUSANDTHS).needs(ISO_AUTO, 0),
            ControlRow.number(COLOR_TEMPERATURE, USER + 26, Scale.SAME), // kelvin
            ControlRow.number(FOCUS_DISTANCE, CAMERA + 10, Scale.SAME), // device units
            ControlRow.number(ZOOM, CAMERA + 13, Scale.RATIO_OF_MINIMUM),
            ControlRow.number(PAN, CAMERA + 8, Scale.SAME), // arc seconds
            ControlRow.number(TILT, CAMERA + 9, Scale.SAME), // arc seconds
            ControlRow.number(BRIGHTNESS, USER, Scale.SAME), // device units, as the next three
            ControlRow.number(CONTRAST, USER + 1, Scale.SAME),
            ControlRow.number(SATURATION, USER + 2, Scale.SAME),
            ControlRow.number(SHARPNESS, USER + 27, Scale.SAME),
            ControlRow.onOff(TORCH, FLASH_LED_MODE)
                    .value(0, false)
                    .value(1, false)
                    .value(2, true),
            ControlRow.onOff(TORCH, ILLUMINATORS_1).value(0, false).value(1, true));

    private ControlTable() {}

    /** The rows, in the order in which controls are set. */
    static List<ControlRow> rows() {
        return ROWS;
    }

    /** The properties of Image Capture that a device has. */
    static List<MappedControl<?>> map(Map<Integer, DeviceControl> device) {
        Map<ConstrainableProperty<?>, MappedControl<?>> mapped = new LinkedHashMap<>();
        for (ControlRow row : ROWS) {
            row.on(device).ifPresent(control -> mapped.putIfAbsent(control.property(), control));
        }
        return new ArrayList<>(mapped.values());
    }

    /** The controls that no property of Image Capture stands on. */
    static List<DeviceControl> others(Map<Integer, DeviceControl> device) {
        Set<Integer> known =
                map(device).stream().map(mapped -> mapped.control().id()).collect(Collectors.toSet());
        return device.values().stream()
                .filter(control -> !known.contains(control.id()))
                .toList();
    }
}
