// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongUnaryOperator;

/** A control of a {@link FakeDevice}; the numbers of types, flags and errors are the kernel's. Thread-safe. */
public final class FakeControl {
    private static final int INTEGER = 1;
    private static final int BOOLEAN = 2;
    private static final int MENU = 3;
    private static final int BUTTON = 4;
    private static final int INTEGER_MENU = 9;

    private static final int READ_ONLY = 0x4;
    private static final int INACTIVE = 0x10;
    private static final int WRITE_ONLY = 0x40;
    private static final int VOLATILE = 0x80;

    private static final int EACCES = 13;
    private static final int EINVAL = 22;
    private static final int ERANGE = 34;

    private final int id;
    private final String title;
    private final int type;
    private final long min;
    private final long max;
    private final long step;
    private final Map<Integer, Object> menu = new TreeMap<>();
    private int flags;
    private int elements = 1;
    private long value;
    private LongUnaryOperator drift = told -> told;
    private LongUnaryOperator limit = wished -> wished;
    private BooleanSupplier active = () -> true;

    private FakeControl(int id, String title, int type, long min, long max, long step, long value) {
        this.id = id;
        this.title = title;
        this.type = type;
        this.min = min;
        this.max = max;
        this.step = step;
        this.value = value;
    }

    public static FakeControl integer(int id, String title, long min, long max, long step, long value) {
        return new FakeControl(id, title, INTEGER, min, max, step, value);
    }

    public static FakeControl bool(int id, String title, boolean value) {
        return new FakeControl(id, title, BOOLEAN, 0, 1, 1, value ? 1 : 0);
    }

    /** A menu of texts by their index. */
    public static FakeControl menu(int id, String title, int value, Map<Integer, String> entries) {
        return menu(MENU, id, title, value, entries);
    }

    /** A menu of numbers by their index. */
    public static FakeControl numbers(int id, String title, int value, Map<Integer, Long> entries) {
        return menu(INTEGER_MENU, id, title, value, entries);
    }

    private static FakeControl menu(int type, int id, String title, int value, Map<Integer, ?> entries) {
        TreeMap<Integer, Object> sorted = new TreeMap<>(entries);
        FakeControl control = new FakeControl(id, title, type, sorted.firstKey(), sorted.lastKey(), 1, value);
        control.menu.putAll(sorted);
        return control;
    }

    public static FakeControl button(int id, String title) {
        FakeControl control = new FakeControl(id, title, BUTTON, 0, 0, 0, 0);
        control.flags = WRITE_ONLY;
        return control;
    }

    /** A control of another type: 5 has 64 bits, 6 is a heading, 7 a text, 8 bits. */
    public static FakeControl other(int id, String title, int type) {
        return new FakeControl(id, title, type, 0, 100, 1, 0);
    }

    /** Has this many elements. */
    public FakeControl array(int count) {
        elements = count;
        return this;
    }

    public FakeControl flag(int flag) {
        flags |= flag;
        return this;
    }

    public FakeControl readOnly() {
        return flag(READ_ONLY);
    }

    public FakeControl writeOnly() {
        return flag(WRITE_ONLY);
    }

    /** The value moves by itself whenever it is read. */
    public synchronized FakeControl drifting(LongUnaryOperator next) {
        drift = next;
        return flag(VOLATILE);
    }

    /** What the driver makes of a value within the range. */
    public synchronized FakeControl limited(LongUnaryOperator made) {
        limit = made;
        return this;
    }

    /** Can be set only while another control has a value. */
    public FakeControl activeWhile(FakeControl other, long otherValue) {
        active = () -> other.value() == otherValue;
        return this;
    }

    int id() {
        return id;
    }

    String title() {
        return title;
    }

    /** The value; how often it was pressed if it is a button. */
    public synchronized long value() {
        return value;
    }

    /** The device moves it by itself. */
    public synchronized void value(long moved) {
        value = moved;
    }

    void describe(ByteBuffer struct) {
        struct.putInt(0, id);
        struct.putInt(4, type);
        FakeDevice.text(struct, 8, title);
        struct.putLong(40, min);
        struct.putLong(48, max);
        struct.putLong(56, step);
        struct.putLong(64, min);
        struct.putInt(72, flags | (active.getAsBoolean() ? 0 : INACTIVE));
        struct.putInt(76, 4);
        struct.putInt(80, elements);
        struct.putInt(84, elements > 1 ? 1 : 0);
    }

    int entry(ByteBuffer struct) {
        Object entry = menu.get(struct.getInt(4));
        if (entry instanceof Long number) {
            struct.putLong(8, number);
        } else if (entry instanceof String text) {
            FakeDevice.text(struct, 8, text);
        }
        return entry == null ? EINVAL : 0;
    }

    synchronized int read(ByteBuffer struct) {
        if ((flags & WRITE_ONLY) != 0) {
            return EACCES;
        }
        value = drift.applyAsLong(value);
        struct.putInt(4, (int) value);
        return 0;
    }

    synchronized int write(ByteBuffer struct) {
        int wished = struct.getInt(4);
        if ((flags & READ_ONLY) != 0 || !active.getAsBoolean()) {
            return EACCES;
        }
        if (type == BUTTON) {
            value++;
            return 0;
        }
        if (type == MENU || type == INTEGER_MENU) {
            return choose(wished);
        }
        long clamped = Math.min(Math.max(wished, min), max);
        value = limit.applyAsLong(Math.min(max, min + Math.round((double) (clamped - min) / step) * step));
        struct.putInt(4, (int) value);
        return 0;
    }

    private int choose(int index) {
        if (index < min || index > max) {
            return ERANGE;
        }
        if (!menu.containsKey(index)) {
            return EINVAL;
        }
        value = index;
        return 0;
    }
}
