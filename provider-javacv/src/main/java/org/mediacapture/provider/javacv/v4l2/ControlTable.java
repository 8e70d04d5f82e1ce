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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    private static final List<Row> ROWS = List.of(
            // Entries of auto_exposure: 0 automatic, 1 manual, 2 shutter priority (the time by hand), 3 aperture
            // priority (the
            // time automatic, as nearly all cameras have it).
            Row.words(EXPOSURE_MODE, AUTO_EXPOSURE)
                    .value(1, MANUAL)
                    .value(2, MANUAL)
                    .value(3, CONTINUOUS)
                    .value(0, CONTINUOUS),
            Row.words(WHITE_BALANCE_MODE, AUTO_WHITE_BALANCE)
                    .value(0, MANUAL)
                    .value(1, CONTINUOUS)
                    .press(SINGLE_SHOT, DO_WHITE_BALANCE, 0),
            // Entries: 0 manual, 1 automatic, then kinds of light.
            Row.words(WHITE_BALANCE_MODE, WHITE_BALANCE_PRESET)
                    .value(0, MANUAL)
                    .value(1, CONTINUOUS)
                    .values(2, 9, MANUAL),
            Row.words(FOCUS_MODE, AUTO_FOCUS)
                    .value(0, MANUAL)
                    .value(1, CONTINUOUS)
                    .press(SINGLE_SHOT, AUTO_FOCUS_START, 0),
            Row.number(EXPOSURE_TIME, CAMERA + 2, Scale.SAME), // both count in 100 microseconds
            Row.number(EXPOSURE_COMPENSATION, CAMERA + 19, Scale.THOUSANDTHS), // EV
            Row.number(ISO, CAMERA + 23, Scale.THOUSANDTHS).needs(ISO_AUTO, 0),
            Row.number(COLOR_TEMPERATURE, USER + 26, Scale.SAME), // kelvin
            Row.number(FOCUS_DISTANCE, CAMERA + 10, Scale.SAME), // device units
            Row.number(ZOOM, CAMERA + 13, Scale.RATIO_OF_MINIMUM),
            Row.number(PAN, CAMERA + 8, Scale.SAME), // arc seconds
            Row.number(TILT, CAMERA + 9, Scale.SAME), // arc seconds
            Row.number(BRIGHTNESS, USER, Scale.SAME), // device units, as the next three
            Row.number(CONTRAST, USER + 1, Scale.SAME),
            Row.number(SATURATION, USER + 2, Scale.SAME),
            Row.number(SHARPNESS, USER + 27, Scale.SAME),
            Row.onOff(TORCH, FLASH_LED_MODE).value(0, false).value(1, false).value(2, true),
            Row.onOff(TORCH, ILLUMINATORS_1).value(0, false).value(1, true));

    private ControlTable() {}

    /** The properties of Image Capture that a device has. */
    static List<MappedControl<?>> map(Map<Integer, DeviceControl> device) {
        Map<ConstrainableProperty<?>, MappedControl<?>> mapped = new LinkedHashMap<>();
        for (Row row : ROWS) {
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

    /** A row of the table. */
    private interface Row {
        static Words<String> words(ConstrainableProperty<String> property, int control) {
            return new Words<>(property, control);
        }

        static Words<Boolean> onOff(ConstrainableProperty<Boolean> property, int control) {
            return new Words<>(property, control);
        }

        static Number number(ConstrainableProperty<Double> property, int control, Scale scale) {
            return new Number(property, control, scale, Optional.empty());
        }

        /** The property on a device; empty if the device does not have it. */
        Optional<MappedControl<?>> on(Map<Integer, DeviceControl> device);
    }

    /** A number; {@code manual} is the control that has to have a value before, if the device has it. */
    private record Number(ConstrainableProperty<Double> property, int control, Scale scale, Optional<Manual> manual)
            implements Row {
        Number needs(int automatic, int off) {
            return new Number(property, control, scale, Optional.of(new Manual(automatic, off)));
        }

        @Override
        public Optional<MappedControl<?>> on(Map<Integer, DeviceControl> device) {
            return steerable(device, control)
                    .map(found -> new NumberControl(
                            property,
                            found,
                            scale,
                            manual.flatMap(off -> steerable(device, off.control())
                                    .map(automatic -> new NumberControl.Setting(automatic, off.value())))));
        }

        private record Manual(int control, int value) {}
    }

    /** A choice: the control's values in the order in which they are preferred. Built once, then immutable. */
    private static final class Words<T> implements Row {
        private final ConstrainableProperty<T> property;
        private final int control;
        private final Map<Integer, T> values = new LinkedHashMap<>();
        private Optional<Button<T>> button = Optional.empty();

        private Words(ConstrainableProperty<T> property, int control) {
            this.property = property;
            this.control = control;
        }

        private Words<T> value(int value, T word) {
            values.put(value, word);
            return this;
        }

        private Words<T> values(int first, int last, T word) {
            IntStream.rangeClosed(first, last).forEach(value -> values.put(value, word));
            return this;
        }

        private Words<T> press(T word, int control, int before) {
            button = Optional.of(new Button<>(word, control, before));
            return this;
        }

        @Override
        public Optional<MappedControl<?>> on(Map<Integer, DeviceControl> device) {
            return steerable(device, control).map(found -> {
                Map<Integer, T> there = new LinkedHashMap<>(values);
                there.keySet().removeIf(value -> !has(found, value));
                Map<T, ChoiceControl.Press> presses = button.flatMap(wanted -> Optional.ofNullable(
                                        device.get(wanted.control()))
                                .filter(DeviceControl::isButton)
                                .map(pressed ->
                                        Map.of(wanted.word(), new ChoiceControl.Press(pressed, wanted.before()))))
                        .orElse(Map.of());
                return new ChoiceControl<>(property, found, there, presses);
            });
        }

        private static boolean has(DeviceControl control, int value) {
            return control.type() == DeviceControl.Type.MENU
                    ? control.menu().containsKey(value)
                    : value >= control.min() && value <= control.max();
        }

        private record Button<T>(T word, int control, int before) {}
    }

    private static Optional<DeviceControl> steerable(Map<Integer, DeviceControl> device, int id) {
        return Optional.ofNullable(device.get(id)).filter(DeviceControl::isSteerable);
    }
}
