// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A control as the driver describes it. Immutable.
 *
 * @param id its number
 * @param type what its values are
 * @param title what the driver calls it, such as "Exposure Time, Absolute"
 * @param min the smallest value
 * @param max the largest value
 * @param step the smallest difference of two values, at least 1
 * @param flags what can be done with it
 * @param menu for a menu, its entries by their index: there may be holes between them
 */
record DeviceControl(
        int id, Type type, String title, long min, long max, long step, int flags, Map<Integer, Entry> menu) {
    /** Added to a number to ask for the control after it. */
    static final int NEXT = 0x8000_0000;

    private static final int LONGEST_MENU = 256;

    private static final int DISABLED = 0x1;
    private static final int READ_ONLY = 0x4;
    private static final int WRITE_ONLY = 0x40;

    static DeviceControl of(Struct told, VideoNode node) throws DeviceException {
        int id = told.signed(0);
        boolean single = told.signed(80) <= 1 && told.signed(84) == 0;
        Type type = single ? Type.of(told.signed(4)) : Type.OTHER;
        long min = value(told.wide(40));
        long max = value(told.wide(48));
        return new DeviceControl(
                id,
                type,
                told.text(8, 32),
                min,
                max,
                Math.max(1, told.wide(56)),
                told.signed(72),
                type.isMenu() ? menu(node, id, type, min, max) : Map.of());
    }

    /** Ends of ranges have 64 bits, values 32. */
    private static long value(long end) {
        return Math.min(Math.max(end, Integer.MIN_VALUE), Integer.MAX_VALUE);
    }

    private static Map<Integer, Entry> menu(VideoNode node, int id, Type type, long min, long max)
            throws DeviceException {
        Map<Integer, Entry> menu = new LinkedHashMap<>();
        for (int index = (int) Math.max(0, min); index <= max && index < LONGEST_MENU; index++) {
            Optional<Struct> entry = node.menuEntry(id, index);
            if (entry.isPresent()) {
                boolean number = type == Type.INTEGER_MENU;
                menu.put(
                        index,
                        new Entry(
                                number ? "" : entry.get().text(8, 32),
                                number ? entry.get().wide(8) : index));
            }
        }
        return Collections.unmodifiableMap(menu);
    }

    /** The name by which tools know it: {@code exposure_time_absolute}. */
    String name() {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    }

    /** Whether it has a value that can be read and set. */
    boolean isSteerable() {
        return (flags & (DISABLED | READ_ONLY | WRITE_ONLY)) == 0
                && type.hasValue()
                && min <= max
                && (!type.isMenu() || !menu.isEmpty());
    }

    /** Whether its values are numbers. */
    boolean isNumber() {
        return type == Type.INTEGER || type == Type.INTEGER_MENU;
    }

    /** Whether it can be pressed. */
    boolean isButton() {
        return (flags & DISABLED) == 0 && type == Type.BUTTON;
    }

    /**
     * An entry of a menu. Immutable.
     *
     * @param text what the driver calls it; "" in a menu of numbers
     * @param value the number that it stands for; its index in a menu of texts
     */
    record Entry(String text, long value) {}

    /** What the values of a control are. */
    enum Type {
        INTEGER(1),
        BOOLEAN(2),
        MENU(3),
        BUTTON(4),
        INTEGER_MENU(9),
        /** Texts, bits, arrays, numbers of 64 bits, headings: they have no counterpart here. */
        OTHER(0);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        private static Type of(int number) {
            return Arrays.stream(values())
                    .filter(type -> type.number == number)
                    .findFirst()
                    .orElse(OTHER);
        }

        private boolean isMenu() {
            return this == MENU || this == INTEGER_MENU;
        }

        private boolean hasValue() {
            return this != BUTTON && this != OTHER;
        }
    }
}
