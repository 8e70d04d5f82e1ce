// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;

/**
 * A number on a control: a number too, or a menu of numbers. Immutable.
 *
 * @param property the property
 * @param control the control
 * @param scale how the device's numbers become the property's
 * @param manual an automatic mode that has to be off before the value counts, and what off is
 */
record NumberControl(
        ConstrainableProperty<Double> property, DeviceControl control, Scale scale, Optional<Setting> manual)
        implements MappedControl<Double> {
    @Override
    public MediaSettingsRange capability() {
        List<Long> values = values();
        long least = values.get(0);
        long most = values.get(values.size() - 1);
        return new MediaSettingsRange(
                toProperty(least),
                toProperty(most),
                Math.min(scale.step(step(values), least), toProperty(most) - toProperty(least)));
    }

    private double toProperty(long value) {
        return scale.toProperty(value, values().get(0));
    }

    /** The values of a menu, or both ends. */
    private List<Long> values() {
        return isMenu()
                ? control.menu().values().stream()
                        .map(DeviceControl.Entry::value)
                        .sorted()
                        .distinct()
                        .toList()
                : List.of(control.min(), control.max());
    }

    private boolean isMenu() {
        return control.type() == DeviceControl.Type.INTEGER_MENU;
    }

    /** Of a menu the largest step that reaches all entries. */
    private long step(List<Long> values) {
        if (!isMenu()) {
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

    @Override
    public Optional<Double> read(VideoNode node) throws DeviceException {
        int value = node.value(control.id());
        Optional<Long> number = isMenu()
                ? Optional.ofNullable(control.menu().get(value)).map(DeviceControl.Entry::value)
                : Optional.of((long) value);
        // An inactive control may be outside its own range.
        return number.map(this::toProperty)
                .map(told -> Math.min(
                        Math.max(told, capability().min()), capability().max()));
    }

    @Override
    public void write(VideoNode node, Double value) throws DeviceException {
        if (manual.isPresent()) {
            manual.get().write(node);
        }
        double wished = scale.toDevice(capability().nearest(value), values().get(0));
        node.set(control.id(), isMenu() ? nearestEntry(wished) : (int) Math.rint(wished));
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

        boolean isSet(VideoNode node) throws DeviceException {
            return node.value(control.id()) == value;
        }
    }
}
