// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.javacv.v4l2.DeviceMode.Interval;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The questions that can be put to an open device file. Confined to the camera's control queue, but for {@link #close()}. */
public final class VideoNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VideoNode.class);
    private static final int CAPTURE = 1;
    private static final int MEMORY_MAPPED = 1;
    private static final int LONGEST_LIST = 1000; // against a driver that never ends a list

    private final DeviceFile file;

    /** Questions to a file, which is closed with them. */
    public VideoNode(DeviceFile file) {
        this.file = file;
    }

    /** What the node is. */
    public NodeCapability capability() throws DeviceException {
        Struct struct = new Struct(Request.QUERYCAP);
        file.request(struct);
        return NodeCapability.of(struct);
    }

    /**
     * Fails with {@code BUSY} while the camera streams into another file. Asking for no buffers does nothing else.
     *
     * @throws DeviceException if it is busy or gone
     */
    public void requireFree() throws DeviceException {
        Struct nothing = new Struct(Request.REQBUFS).put(4, CAPTURE).put(8, MEMORY_MAPPED);
        isTold(nothing, refusal -> refusal.reason() == Reason.FAILED);
    }

    /** The codes of the pixel formats. */
    List<Integer> formats() throws DeviceException {
        return list(Request.ENUM_FMT, struct -> struct.put(4, CAPTURE), struct -> struct.signed(44), code -> false);
    }

    /** The sizes of a format. */
    List<SizeRange> sizes(int format) throws DeviceException {
        return list(Request.ENUM_FRAMESIZES, struct -> struct.put(4, format), SizeRange::of, SizeRange::isAll);
    }

    /** The size that is set now; a driver that lists none has it alone. */
    SizeRange presentSize() throws DeviceException {
        Struct struct = new Struct(Request.G_FMT).put(0, CAPTURE);
        file.request(struct);
        return SizeRange.discrete(struct.unsigned(8), struct.unsigned(12));
    }

    /** The frame intervals of a size. */
    List<IntervalRange> intervals(int format, int width, int height) throws DeviceException {
        return list(
                Request.ENUM_FRAMEINTERVALS,
                struct -> struct.put(4, format).put(8, width).put(12, height),
                IntervalRange::of,
                IntervalRange::isAll);
    }

    /** Asks for one entry after the other, up to one that is the whole list. */
    private <T> List<T> list(Request request, Fill fill, Read<T> read, Predicate<T> isAll) throws DeviceException {
        List<T> entries = new ArrayList<>();
        boolean complete = false;
        while (!complete && entries.size() < LONGEST_LIST) {
            Struct struct = new Struct(request).put(0, entries.size());
            fill.in(struct);
            if (!isTold(struct, DeviceException::isUnsupported)) {
                return entries;
            }
            T entry = read.from(struct);
            entries.add(entry);
            complete = isAll.test(entry);
        }
        return entries;
    }

    /** Makes a request; answers false if it fails in one of the ways that end a list. */
    private boolean isTold(Struct struct, Predicate<DeviceException> isEnd) throws DeviceException {
        try {
            file.request(struct);
            return true;
        } catch (DeviceException e) {
            if (isEnd.test(e)) {
                return false;
            }
            throw e;
        }
    }

    /** All controls, by number; up to one that cannot be described, as cheap cameras have some. */
    List<DeviceControl> controls() throws DeviceException {
        List<DeviceControl> controls = new ArrayList<>();
        int previous = 0;
        Optional<Struct> next = nextControl(previous);
        while (next.isPresent() && next.get().signed(0) > previous && controls.size() < LONGEST_LIST) {
            controls.add(DeviceControl.of(next.get(), this));
            previous = next.get().signed(0);
            next = nextControl(previous);
        }
        return controls;
    }

    private Optional<Struct> nextControl(int previous) throws DeviceException {
        Struct struct = new Struct(Request.QUERY_EXT_CTRL).put(0, previous | DeviceControl.NEXT);
        return isTold(struct, VideoNode::isEndOfControls) ? Optional.of(struct) : Optional.empty();
    }

    private static boolean isEndOfControls(DeviceException refusal) {
        if (!refusal.isUnsupported()) {
            LOG.debug("A control, and what comes after it, cannot be described: {}", refusal.getMessage());
        }
        return !refusal.isGone();
    }

    /** An entry of a menu; empty if there is none with this number, as menus have holes. */
    Optional<Struct> menuEntry(int control, int index) throws DeviceException {
        Struct struct = new Struct(Request.QUERYMENU).put(0, control).put(4, index);
        return isTold(struct, refusal -> !refusal.isGone()) ? Optional.of(struct) : Optional.empty();
    }

    /** The value of a control. */
    int value(int control) throws DeviceException {
        Struct struct = new Struct(Request.G_CTRL).put(0, control);
        file.request(struct);
        return struct.signed(4);
    }

    /** Sets a control; the driver may set another value that is near. */
    void set(int control, int value) throws DeviceException {
        file.request(new Struct(Request.S_CTRL).put(0, control).put(4, value));
    }

    @Override
    public void close() {
        file.close();
    }

    private interface Fill {
        void in(Struct struct);
    }

    private interface Read<T> {
        T from(Struct struct);
    }

    /**
     * Sizes that a driver has: one, or all from a smallest to a largest by a step. In pixels. Immutable.
     */
    record SizeRange(Steps width, Steps height) {
        private static final int DISCRETE = 1;

        static SizeRange discrete(long width, long height) {
            return new SizeRange(Steps.single(width), Steps.single(height));
        }

        private static SizeRange of(Struct told) {
            return told.signed(8) == DISCRETE
                    ? discrete(told.unsigned(12), told.unsigned(16))
                    : new SizeRange(Steps.at(told, 12), Steps.at(told, 24));
        }

        boolean isDiscrete() {
            return width.min() == width.max() && height.min() == height.max();
        }

        /** Whether the driver has no other sizes than these: it tells steps once. */
        private boolean isAll() {
            return !isDiscrete();
        }

        /** Whether there can be pictures of all these sizes. */
        boolean isValid() {
            return width.isValid() && height.isValid();
        }

        boolean has(int wide, int high) {
            return width.has(wide) && height.has(high);
        }
    }

    /** Numbers from a smallest to a largest by a step. Immutable. */
    record Steps(long min, long max, long step) {
        private static Steps single(long value) {
            return new Steps(value, value, 1);
        }

        private static Steps at(Struct told, int offset) {
            return new Steps(told.unsigned(offset), told.unsigned(offset + 4), Math.max(1, told.unsigned(offset + 8)));
        }

        private boolean isValid() {
            return min > 0 && min <= max && max <= Integer.MAX_VALUE;
        }

        private boolean has(int value) {
            return value >= min && value <= max && (value - min) % step == 0;
        }
    }

    /** Frame intervals that a driver has: one, or all from a shortest to a longest. Immutable. */
    record IntervalRange(Interval shortest, Interval longest) {
        private static final int DISCRETE = 1;

        private static IntervalRange of(Struct told) {
            Interval first = new Interval(told.unsigned(20), told.unsigned(24));
            return told.signed(16) == DISCRETE
                    ? new IntervalRange(first, first)
                    : new IntervalRange(first, new Interval(told.unsigned(28), told.unsigned(32)));
        }

        private boolean isAll() {
            return !shortest.equals(longest);
        }

        boolean has(Interval interval) {
            return interval.seconds() >= shortest.seconds() && interval.seconds() <= longest.seconds();
        }
    }
}
