// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;

/**
 * A choice on a control: of words, or of on and off. Immutable.
 *
 * @param property the property
 * @param control the control whose value tells which choice is made
 * @param values the value of the control for each choice that can be read back, in order; a value that is not the first of its
 *     choice is read, and never written
 * @param presses the button that is pressed for a choice that is an event and no state, and the value that the control has to have
 *     before
 * @param <T> the Java type of a choice
 */
record ChoiceControl<T>(
        ConstrainableProperty<T> property, DeviceControl control, Map<Integer, T> values, Map<T, Press> presses)
        implements MappedControl<T> {
    ChoiceControl {
        values = new LinkedHashMap<>(values);
        presses = Map.copyOf(presses);
    }

    @Override
    public Choices capability() {
        return new Choices(Stream.<Object>concat(values.values().stream(), presses.keySet().stream())
                .distinct()
                .toList());
    }

    @Override
    public String names() {
        StringBuilder names = new StringBuilder(control.name());
        presses.values()
                .forEach(press -> names.append(", ").append(press.button().name()));
        return names.toString();
    }

    @Override
    public Optional<T> read(VideoNode node) throws DeviceException {
        return Optional.ofNullable(values.get(node.value(control.id())));
    }

    @Override
    public void write(VideoNode node, T value) throws DeviceException {
        Press press = presses.get(value);
        if (press != null) {
            node.set(control.id(), press.before());
            node.set(press.button().id(), 1);
            return;
        }
        for (Map.Entry<Integer, T> entry : values.entrySet()) {
            if (entry.getValue().equals(value)) {
                node.set(control.id(), entry.getKey());
                return;
            }
        }
    }

    /**
     * A button. Immutable.
     *
     * @param button the control that is pressed
     * @param before the value of the choice's own control that lets the button work
     */
    record Press(DeviceControl button, int before) {}
}
