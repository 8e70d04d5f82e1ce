// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;

/** A number on a control: a number too, or a menu of numbers. Immutable. */
final class NumberControl implements MappedControl<Double> {
    private final ConstrainableProperty<Double> property;
    private final DeviceControl control;
    private final Scale scale;
    private final Optional<Setting> manual;
    private final long least;
    private final MediaSettingsRange range;

    /**
     * A number.
     *
     * @param property the property
     * @param control the control
     * @param scale how the device's numbers become the property's
     * @param manual an automatic mode that has to be off before the value counts, and what off is
     */
    NumberControl(
            ConstrainableProperty<Double> property, DeviceControl control, Scale scale, Optional<Setting> manual) {
        this.property = property;
        this.control = control;
        this.scale = scale;
        this.manual = manual;
        List<Long> values = values(control);
        least = values.get(0);
        double min = toProperty(least);
        double max = toProperty(values.get(values.size() - 1));
        range = new MediaSettingsRange(min, max, Math.min(scale.step(step(control, values), least), max - min));
    }

    /** The values of a menu, or both ends. */
    private static List<Long> values(DeviceControl control) {
        return isMenu(control)
                ? control.menu().values().stream()
                        .map(DeviceControl.Entry::value)
                        .sorted()
                        .distinct()
                        .toList()
                : List.of(control.min(), control.max());
    }

    private static boolean isMenu(DeviceControl control) {
        return control.type() == DeviceControl.Type.INTEGER_MENU;
    }

    /** Of a menu the largest step that reaches all entries. */
    private static long step(DeviceControl control, List<Long> values) {
        if (!isMenu(control)) {
            return control.step();
        }
        long step = 0;
        for (long value : values) {
            step = greatestCommonDivisor(value - values.get(0), step);
        }
        return step;
    }

    private static long greatestCommonDivisor(long one, long other) {
        return other == 0 ? one : greatestCommonDivisor(other, one % other);
    }

    private double toProperty(long value) {
        return scale.toProperty(value, least);
    }

    @Override
    public ConstrainableProperty<Double> property() {
        return property;
    }

    @Override
    public DeviceControl control() {
        return control;
    }

    @Override
    public MediaSettingsRange capability() {
        return range;
    }

    @Override
    public Optional<Double> read(VideoNode node) throws DeviceException {
        int value = node.value(control.id());
        Optional<Long> number = isMenu(control)
                ? Optional.ofNullable(control.menu().get(value)).map(DeviceControl.Entry::value)
                : Optional.of((long) value);
        // An inactive control may be outside its own range.
        return number.map(this::toProperty).map(told -> Math.min(Math.max(told, range.min()), range.max()));
    }

    @Override
    public void write(VideoNode node, Double value) throws DeviceException {
        if (manual.isPresent()) {
            manual.get().write(node);
        }
        double wished = scale.toDevice(range.nearest(value), least);
        node.set(control.id(), isMenu(control) ? nearestEntry(wished) : (int) Math.rint(wished));
    }

    private int nearestEntry(double wished) {
        return control.menu().entrySet().stream()
                .min(Comparator.comparingDouble(
                        entry -> Math.abs(entry.getValue().value() - wished)))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    /**
     * A control at a value. Immutable.
     *
     * @param control the control
     * @param value the value
     */
    record Setting(DeviceControl control, int value) {
        void write(VideoNode node) throws DeviceException {
            node.set(control.id(), value);
        }
    }
}
