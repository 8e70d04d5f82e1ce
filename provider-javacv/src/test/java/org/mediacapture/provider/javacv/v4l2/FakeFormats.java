// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The picture formats of a {@link FakeDevice}, their sizes and intervals, and which is set. Thread-safe. */
public final class FakeFormats {
    private static final int EINVAL = 22;
    private static final int DISCRETE = 1;
    private static final int CONTINUOUS = 2;
    private static final int STEPWISE = 3;

    private final List<Format> formats = new ArrayList<>();
    private String letters = "YUYV";
    private int width = 640;
    private int height = 480;
    private int padding;
    private int colorSpace;
    private int encoding;
    private int quantization;
    private Optional<String> otherLetters = Optional.empty();
    private Optional<Size> otherSize = Optional.empty();
    private Optional<Interval> otherInterval = Optional.empty();
    private boolean endless;

    /** One more format. */
    public synchronized FakeFormats add(String name, Size... sizes) {
        formats.add(new Format(name, List.of(sizes)));
        return this;
    }

    /** No format. */
    public synchronized FakeFormats clear() {
        formats.clear();
        return this;
    }

    /** Bytes that each row is longer than its pixels. */
    public synchronized FakeFormats padding(int bytes) {
        padding = bytes;
        return this;
    }

    /** What it tells of the colours, in V4L2's numbers. */
    public synchronized FakeFormats colors(int space, int matrix, int range) {
        colorSpace = space;
        encoding = matrix;
        quantization = range;
        return this;
    }

    /** Whatever is asked for, this format is set. */
    public synchronized FakeFormats setsInstead(String name) {
        otherLetters = Optional.of(name);
        return this;
    }

    /** Whatever is asked for, this size is set. */
    public synchronized FakeFormats setsInstead(int wide, int high) {
        otherSize = Optional.of(Size.of(wide, high));
        return this;
    }

    /** Whatever is asked for, this interval is set. */
    public synchronized FakeFormats setsInstead(Interval interval) {
        otherInterval = Optional.of(interval);
        return this;
    }

    /** The first size that is no single one is told again and again, whatever number is asked for. */
    public synchronized FakeFormats endless() {
        endless = true;
        return this;
    }

    synchronized String words(Request request, ByteBuffer struct) {
        return switch (request) {
            case ENUM_FMT -> "ENUM_FMT " + struct.getInt(0);
            case ENUM_FRAMESIZES -> "ENUM_FRAMESIZES " + name(struct.getInt(4)) + " " + struct.getInt(0);
            case ENUM_FRAMEINTERVALS ->
                "ENUM_FRAMEINTERVALS " + name(struct.getInt(4)) + " " + struct.getInt(8) + "x" + struct.getInt(12) + " "
                        + struct.getInt(0);
            case S_FMT -> "S_FMT " + name(struct.getInt(16)) + " " + struct.getInt(8) + "x" + struct.getInt(12);
            case S_PARM -> "S_PARM " + struct.getInt(12) + "/" + struct.getInt(16);
            default -> request.name();
        };
    }

    synchronized int answer(Request request, ByteBuffer struct) {
        return switch (request) {
            case ENUM_FMT -> format(struct);
            case ENUM_FRAMESIZES -> size(struct);
            case ENUM_FRAMEINTERVALS -> interval(struct);
            case G_FMT -> tell(struct);
            case S_FMT -> set(struct);
            default -> setInterval(struct);
        };
    }

    private int format(ByteBuffer struct) {
        int index = struct.getInt(0);
        if (struct.getInt(4) != 1 || index >= formats.size()) {
            return EINVAL;
        }
        struct.putInt(44, code(formats.get(index).letters()));
        return 0;
    }

    private int size(ByteBuffer struct) {
        List<Size> sizes = sizes(struct.getInt(4));
        int index = endless ? 0 : struct.getInt(0);
        if (index >= sizes.size()) {
            return EINVAL;
        }
        struct.putInt(8, sizes.get(index).type());
        put(struct, 12, sizes.get(index).numbers());
        return 0;
    }

    private int interval(ByteBuffer struct) {
        for (Size size : sizes(struct.getInt(4))) {
            if (size.has(struct.getInt(8), struct.getInt(12))) {
                int index = struct.getInt(0);
                if (index >= size.intervals().size()) {
                    return EINVAL;
                }
                struct.putInt(16, size.intervals().get(index).type());
                put(struct, 20, size.intervals().get(index).numbers());
                return 0;
            }
        }
        return EINVAL;
    }

    private List<Size> sizes(int code) {
        return formats.stream()
                .filter(format -> code(format.letters()) == code)
                .findFirst()
                .map(Format::sizes)
                .orElse(List.of());
    }

    private int set(ByteBuffer struct) {
        if (struct.getInt(0) != 1) {
            return EINVAL;
        }
        letters = otherLetters.orElse(name(struct.getInt(16)));
        width = otherSize.map(size -> size.numbers().get(0)).orElse(struct.getInt(8));
        height = otherSize.map(size -> size.numbers().get(1)).orElse(struct.getInt(12));
        return tell(struct);
    }

    private int tell(ByteBuffer struct) {
        put(struct, 8, List.of(width, height, code(letters), 1, rowBytes(), pictureBytes(), colorSpace));
        put(struct, 36, List.of(0xFEED_CAFE, 0, encoding, quantization, 0));
        return 0;
    }

    private int setInterval(ByteBuffer struct) {
        otherInterval.ifPresent(interval -> put(struct, 12, interval.numbers()));
        return struct.getInt(0) == 1 ? 0 : EINVAL;
    }

    private int rowBytes() {
        return switch (letters) {
            case "YUYV" -> width * 2 + padding;
            case "BGR3" -> width * 3 + padding;
            case "MJPG", "JPEG" -> 0;
            default -> width + padding;
        };
    }

    /** The size of a picture in bytes; the largest if they differ. */
    synchronized int pictureBytes() {
        int half = (rowBytes() + 1) / 2;
        int rows = (height + 1) / 2;
        return switch (letters) {
            case "MJPG", "JPEG" -> width * height * 2 + 1000;
            case "NV12" -> rowBytes() * (height + rows);
            case "YU12" -> rowBytes() * height + 2 * half * rows;
            case "422P" -> rowBytes() * height + 2 * half * height;
            default -> rowBytes() * height;
        };
    }

    public synchronized boolean isCompressed() {
        return rowBytes() == 0;
    }

    public synchronized int width() {
        return width;
    }

    public synchronized int height() {
        return height;
    }

    private static void put(ByteBuffer struct, int offset, List<Integer> numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            struct.putInt(offset + 4 * i, numbers.get(i));
        }
    }

    /** The number of a format: its letters, the first in the lowest byte. */
    static int code(String letters) {
        return letters.charAt(0) | letters.charAt(1) << 8 | letters.charAt(2) << 16 | letters.charAt(3) << 24;
    }

    private static String name(int code) {
        return "" + (char) (code & 0xFF) + (char) (code >> 8 & 0xFF) + (char) (code >> 16 & 0xFF)
                + (char) (code >> 24 & 0xFF);
    }

    private record Format(String letters, List<Size> sizes) {}

    /** One size, or many from a smallest to a largest; with the numbers that follow the type in the structure. */
    public record Size(int type, List<Integer> numbers, List<Interval> intervals) {
        public static Size of(int width, int height, Interval... intervals) {
            return new Size(DISCRETE, List.of(width, height), List.of(intervals));
        }

        /** From a smallest to a largest, by steps. */
        public static Size steps(int[] widths, int[] heights, Interval... intervals) {
            return new Size(
                    STEPWISE,
                    List.of(widths[0], widths[1], widths[2], heights[0], heights[1], heights[2]),
                    List.of(intervals));
        }

        /** From a smallest to a largest, all between. */
        public static Size all(int smallWidth, int smallHeight, int width, int height, Interval... intervals) {
            return new Size(CONTINUOUS, List.of(smallWidth, width, 1, smallHeight, height, 1), List.of(intervals));
        }

        private boolean has(int width, int height) {
            return type == DISCRETE
                    ? numbers.equals(List.of(width, height))
                    : width >= numbers.get(0)
                            && width <= numbers.get(1)
                            && height >= numbers.get(3)
                            && height <= numbers.get(4);
        }
    }

    /** One interval, or many; with the numbers that follow the type in the structure. */
    public record Interval(int type, List<Integer> numbers) {
        public static Interval of(int numerator, int denominator) {
            return new Interval(DISCRETE, List.of(numerator, denominator));
        }

        public static Interval rate(int rate) {
            return of(1, rate);
        }

        /** From the interval of one rate to that of a slower one, by hundredths of a second. */
        public static Interval steps(int fastest, int slowest) {
            return new Interval(STEPWISE, List.of(1, fastest, 1, slowest, 1, 100));
        }

        /** All from the interval of one rate to that of a slower one. */
        public static Interval all(int fastest, int slowest) {
            return new Interval(CONTINUOUS, List.of(1, fastest, 1, slowest, 1, 1));
        }
    }
}
