// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.ValueKind;

/**
 * The controls that Image Capture does not know, as properties of the device: {@code vendor:gain} and the like, by V4L2's names.
 * Numbers are in units of the device, menus are the driver's own words. Pure functions.
 */
final class VendorControls {
    private static final URI DESCRIPTION =
            URI.create("https://docs.kernel.org/userspace-api/media/v4l/control.html#control-id");

    private VendorControls() {}

    /** The properties of those controls that can be steered; choices first, since some are modes of the numbers. */
    static List<MappedControl<?>> map(Collection<DeviceControl> controls) {
        Set<String> names = new HashSet<>();
        return controls.stream()
                .filter(control -> control.isSteerable() && !control.name().isEmpty())
                .filter(control -> names.add(control.name())) // two of one name cannot be told apart
                .sorted(Comparator.comparing(DeviceControl::isNumber))
                .<MappedControl<?>>map(VendorControls::property)
                .toList();
    }

    private static MappedControl<?> property(DeviceControl control) {
        String name = ConstrainableProperty.VENDOR_PREFIX + control.name();
        return switch (control.type()) {
            case BOOLEAN ->
                new ChoiceControl<>(
                        ConstrainableProperty.vendor(name, ValueKind.BOOLEAN, DESCRIPTION)
                                .build(),
                        control,
                        inOrder(0, false, 1, true),
                        Map.of());
            case MENU ->
                new ChoiceControl<>(
                        ConstrainableProperty.vendor(name, ValueKind.STRING, DESCRIPTION)
                                .build(),
                        control,
                        words(control),
                        Map.of());
            case INTEGER, INTEGER_MENU ->
                new NumberControl(
                        ConstrainableProperty.vendor(name, ValueKind.DOUBLE, DESCRIPTION)
                                .unit("device units")
                                .build(),
                        control,
                        Scale.SAME,
                        Optional.empty());
            case BUTTON, OTHER -> throw new IllegalArgumentException("control: " + control + " has no value");
        };
    }

    private static <T> Map<Integer, T> inOrder(int first, T one, int second, T other) {
        Map<Integer, T> values = new LinkedHashMap<>();
        values.put(first, one);
        values.put(second, other);
        return values;
    }

    private static Map<Integer, String> words(DeviceControl control) {
        Map<Integer, String> words = new LinkedHashMap<>();
        control.menu().forEach((index, entry) -> words.put(index, entry.text()));
        return words;
    }
}
