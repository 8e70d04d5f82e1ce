// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mediacapture.constraint.ConstrainableProperty;

/** A row of the {@link ControlTable}: a property and the control that it stands on. Immutable. */
interface ControlRow {
    static Words<String> words(ConstrainableProperty<String> property, int control) {
        return new Words<>(property, control);
    }

    static Words<Boolean> onOff(ConstrainableProperty<Boolean> property, int control) {
        return new Words<>(property, control);
    }

    static Number number(ConstrainableProperty<Double> property, int control, Scale scale) {
        return new Number(property, control, scale, Optional.empty());
    }

    ConstrainableProperty<?> property();

    /** The number of the control. */
    int control();

    /** The property on a device; empty if the device does not have it. */
    Optional<MappedControl<?>> on(Map<Integer, DeviceControl> device);

    /** A number; {@code manual} is the control that has to have a value before, if the device has it. */
    record Number(ConstrainableProperty<Double> property, int control, Scale scale, Optional<Manual> manual)
            implements ControlRow {
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

        record Manual(int control, int value) {}
    }

    /** A choice: the control's values in the order in which they are preferred. Built once, then immutable. */
    final class Words<T> implements ControlRow {
        private final ConstrainableProperty<T> property;
        private final int control;
        private final Map<Integer, T> values = new LinkedHashMap<>();
        private Optional<Button<T>> button = Optional.empty();

        private Words(ConstrainableProperty<T> property, int control) {
            this.property = property;
            this.control = control;
        }

        Words<T> value(int value, T word) {
            values.put(value, word);
            return this;
        }

        Words<T> values(int first, int last, T word) {
            IntStream.rangeClosed(first, last).forEach(value -> values.put(value, word));
            return this;
        }

        Words<T> press(T word, int control, int before) {
            button = Optional.of(new Button<>(word, control, before));
            return this;
        }

        @Override
        public ConstrainableProperty<T> property() {
            return property;
        }

        @Override
        public int control() {
            return control;
        }

        /** The word for each value of the control, in the order in which they are preferred. */
        Map<Integer, T> values() {
            return Collections.unmodifiableMap(values);
        }

        Optional<Button<T>> button() {
            return button;
        }

        @Override
        public Optional<MappedControl<?>> on(Map<Integer, DeviceControl> device) {
            return steerable(device, control)
                    .filter(found -> isWhole(there(found)))
                    .map(found -> new ChoiceControl<>(property, found, there(found), presses(device)));
        }

        private Map<Integer, T> there(DeviceControl found) {
            Map<Integer, T> there = new LinkedHashMap<>(values);
            there.keySet().removeIf(value -> !has(found, value));
            return there;
        }

        /** A lamp that cannot be on is none; of modes one is enough. */
        private boolean isWhole(Map<Integer, T> there) {
            return !there.isEmpty() && (!values.containsValue(true) || there.containsValue(true));
        }

        private Map<T, ChoiceControl.Press> presses(Map<Integer, DeviceControl> device) {
            return button.flatMap(wanted -> Optional.ofNullable(device.get(wanted.control()))
                            .filter(DeviceControl::isButton)
                            .map(pressed -> Map.of(wanted.word(), new ChoiceControl.Press(pressed, wanted.before()))))
                    .orElse(Map.of());
        }

        private static boolean has(DeviceControl control, int value) {
            return control.type() == DeviceControl.Type.MENU
                    ? control.menu().containsKey(value)
                    : value >= control.min() && value <= control.max();
        }

        /** What is pressed for a word, when the control has a certain value. */
        record Button<T>(T word, int control, int before) {}
    }

    /** A control that can be read and set, if the device has it. */
    private static Optional<DeviceControl> steerable(Map<Integer, DeviceControl> device, int id) {
        return Optional.ofNullable(device.get(id)).filter(DeviceControl::isSteerable);
    }
}
