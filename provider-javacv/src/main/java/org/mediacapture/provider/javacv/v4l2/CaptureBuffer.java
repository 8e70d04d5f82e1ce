// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * A buffer of the driver. It describes its latest picture until it is given back. For the thread that takes pictures, but for
 * {@link #giveBack()}.
 */
public final class CaptureBuffer {
    private static final int ERROR = 0x40;
    private static final int CLOCK = 0xE000;
    private static final int MONOTONIC = 0x2000;

    private final int index;
    private final DeviceFile.Mapping mapping;
    private final IntConsumer giver;
    private int used;
    private long sequence;
    private long timestamp;
    private boolean broken;

    /** A buffer that gives itself back by its index. */
    CaptureBuffer(int index, DeviceFile.Mapping mapping, IntConsumer giver) {
        this.index = index;
        this.mapping = mapping;
        this.giver = giver;
    }

    /** Takes over what the driver tells of the picture in it. */
    void fill(Struct told) {
        used = told.signed(8);
        int flags = told.signed(12);
        broken = (flags & ERROR) != 0 || used == 0;
        timestamp = (flags & CLOCK) == MONOTONIC
                ? TimeUnit.SECONDS.toNanos(told.wide(24)) + TimeUnit.MICROSECONDS.toNanos(told.wide(32))
                : System.nanoTime();
        sequence = told.unsigned(56);
    }

    /** Takes it out of memory. */
    void unmap() {
        mapping.unmap();
    }

    /** Its place in {@link CaptureStream#buffers()}. */
    public int index() {
        return index;
    }

    /** All its memory. */
    public ByteBuffer bytes() {
        return mapping.bytes();
    }

    /** How many bytes of it the picture has. */
    public int used() {
        return used;
    }

    /** The driver's number of the picture, of 32 bits without a sign; a gap is a picture that was left out. */
    public long sequence() {
        return sequence;
    }

    /** When the picture was taken, in nanoseconds of {@link System#nanoTime()}: the clock of Linux behind both is the same. */
    public long timestamp() {
        return timestamp;
    }

    /** Whether the driver says that the picture is damaged. */
    public boolean isBroken() {
        return broken;
    }

    /** Gives it back to the driver. Any thread may do that, once for each time it was taken. */
    public void giveBack() {
        giver.accept(index);
    }
}
