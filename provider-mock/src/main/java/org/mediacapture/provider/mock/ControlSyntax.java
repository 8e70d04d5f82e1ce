// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.PointLimit;

/** Reads the elements of the key {@code controls}: {@code NAME}, or {@code NAME=} and what the camera has. Immutable. */
final class ControlSyntax {
    private static final String NUMBER = "[-+]?(?:\\d{1,9}(?:\\.\\d{0,6})?|\\.\\d{1,6})";
    private static final Pattern RANGE =
            Pattern.compile("(" + NUMBER + ")\\.\\.(" + NUMBER + ")(?:/(" + NUMBER + "))?(?:=(" + NUMBER + "))?");
    private static final List<String> MODES =
            List.of(MockControl.NONE, MockControl.MANUAL, MockControl.SINGLE_SHOT, MockControl.CONTINUOUS);

    private ControlSyntax() {}

    /**
     * Reads one element.
     *
     * @throws IllegalArgumentException if it is wrong; the message names it and what is accepted
     */
    static ControlOffer parse(String element) {
        String[] parts = element.split("=", 2);
        MockControl control = MockControl.named(parts[0])
                .orElseThrow(() -> new IllegalArgumentException(
                        "controls: \"" + parts[0] + "\" is not one of " + MockControl.names()));
        ControlOffer standard = control.standard();
        if (parts.length == 1) {
            return standard;
        }
        if (standard.capability() instanceof MediaSettingsRange) {
            return numbers(element, standard, parts[1]);
        }
        if (standard.capability() instanceof PointLimit) {
            return points(element, control, parts[1]);
        }
        return choices(element, control, parts[1]);
    }

    private static ControlOffer numbers(String element, ControlOffer standard, String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            throw wrong(
                    element,
                    "NAME=MIN..MAX/STEP=INITIAL, where /STEP and =INITIAL may be missing, such as"
                            + " \"zoom=100..400/1=100\"");
        }
        double min = Double.parseDouble(matcher.group(1));
        double max = Double.parseDouble(matcher.group(2));
        double step = matcher.group(3) == null ? 0 : Double.parseDouble(matcher.group(3));
        if (min > max || step < 0) {
            throw wrong(element, "a range with MIN <= MAX and STEP >= 0");
        }
        MediaSettingsRange range = new MediaSettingsRange(min, max, step);
        double initial = matcher.group(4) == null
                ? range.nearest((Double) standard.initial())
                : Double.parseDouble(matcher.group(4));
        if (range.nearest(initial) != initial) {
            throw wrong(element, "an initial value from " + min + " to " + max + " on a step");
        }
        return new ControlOffer(standard.control(), range, initial + 0.0);
    }

    private static ControlOffer points(String element, MockControl control, String text) {
        if (!text.matches("[1-9]\\d{0,2}")) {
            throw wrong(element, "NAME=N with the largest number of points, 1 to 999");
        }
        return new ControlOffer(control, new PointLimit(Integer.parseInt(text)), List.of());
    }

    private static ControlOffer choices(String element, MockControl control, String text) {
        boolean flags = control == MockControl.TORCH;
        List<String> words = flags ? List.of("false", "true") : MODES;
        String[] parts = text.split("=", 2);
        List<String> chosen = Arrays.asList(parts[0].split("\\|", -1));
        String initial = parts.length == 2 ? parts[1] : chosen.get(0);
        boolean repeated = chosen.stream().distinct().count() < chosen.size();
        if (!words.containsAll(chosen) || repeated || !chosen.contains(initial)) {
            throw wrong(
                    element,
                    "NAME=CHOICES=INITIAL, where =INITIAL may be missing, CHOICES are of "
                            + String.join("|", words) + " and INITIAL is one of them, such as \""
                            + control.propertyName() + "="
                            + words.get(0) + "|" + words.get(1) + "=" + words.get(1) + "\"");
        }
        Capability capability =
                new Choices(chosen.stream().map(word -> value(word, flags)).toList());
        return new ControlOffer(control, capability, value(initial, flags));
    }

    private static Object value(String word, boolean flag) {
        return flag ? (Object) Boolean.valueOf(word) : word;
    }

    private static IllegalArgumentException wrong(String element, String accepted) {
        return new IllegalArgumentException("controls: \"" + element + "\" is not " + accepted);
    }
}
