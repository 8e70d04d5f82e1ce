// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * The buffers of a {@link FakeDevice}. FakePictures come by {@link #fill}, or by themselves once it {@link #runs}. Memory that is
 * unmapped is overwritten, so that whoever still reads it is found out. Thread-safe.
 */
public final class FakeStream {
    private static final int EIO = 5;
    private static final int EAGAIN = 11;
    private static final int EBUSY = 16;
    private static final int EINVAL = 22;
    private static final int MONOTONIC = 0x2000;
    private static final byte GONE = (byte) 0xDB;

    private final FakeFormats formats;
    private final List<Slot> slots = new ArrayList<>();
    private final Deque<Slot> queued = new ArrayDeque<>();
    private final Deque<Slot> filled = new ArrayDeque<>();
    private Optional<Object> owner = Optional.empty();
    private Optional<LongFunction<FakePicture>> script = Optional.empty();
    private int most = 32;
    private int shortBy;
    private int broken;
    private boolean on;
    private boolean over;
    private long interval;
    private long nextAt;
    private long sequence;
    private int mapped;
    private int mappings;

    FakeStream(FakeFormats formats) {
        this.formats = formats;
    }

    /** The driver gives no more buffers than this, whatever is asked for. */
    public synchronized FakeStream atMost(int buffers) {
        most = buffers;
        return this;
    }

    /** The buffers are smaller than the pictures. */
    public synchronized FakeStream buffersShortBy(int bytes) {
        shortBy = bytes;
        return this;
    }

    /** From now on pictures come by themselves, as often as this. */
    public synchronized FakeStream runs(int rate, LongFunction<FakePicture> pictures) {
        interval = TimeUnit.SECONDS.toNanos(1) / rate;
        script = Optional.of(pictures);
        return this;
    }

    /** No more pictures come by themselves. */
    public synchronized void fallSilent() {
        script = Optional.empty();
    }

    /** Taking a buffer fails with an error number from now on. */
    public synchronized void fail(int errno) {
        broken = errno;
        notifyAll();
    }

    /** A picture comes; answers false if the driver has no buffer for it. */
    public synchronized boolean fill(FakePicture picture) {
        if (!on || queued.isEmpty()) {
            return false;
        }
        Slot slot = queued.remove();
        slot.picture = picture;
        slot.memory.put(0, picture.bytes());
        filled.add(slot);
        notifyAll();
        return true;
    }

    /** How many buffers are in memory. */
    public synchronized int mapped() {
        return mapped;
    }

    /** How many buffers were ever put into memory. */
    public synchronized int mappings() {
        return mappings;
    }

    /** How many buffers the driver can fill. */
    public synchronized int queued() {
        return queued.size();
    }

    /** Whether pictures can come. */
    public synchronized boolean isOn() {
        return on;
    }

    synchronized boolean isOfAnother(Object file) {
        return owner.isPresent() && owner.get() != file;
    }

    synchronized void stopAll() {
        over = true;
        on = false;
        notifyAll();
    }

    synchronized void leave(Object file) {
        if (owner.filter(mine -> mine == file).isPresent()) {
            free();
        }
    }

    private void free() {
        on = false;
        owner = Optional.empty();
        slots.clear();
        queued.clear();
        filled.clear();
    }

    synchronized int answer(Request request, ByteBuffer struct, Object file) {
        if (isOfAnother(file)) {
            return EBUSY;
        }
        return switch (request) {
            case REQBUFS -> make(struct, file);
            case QUERYBUF -> place(struct);
            case QBUF -> queue(struct);
            case DQBUF -> take(struct);
            default -> turn(request == Request.STREAMON, struct);
        };
    }

    private int make(ByteBuffer struct, Object file) {
        if (struct.getInt(4) != 1 || struct.getInt(8) != 1) {
            return EINVAL;
        }
        free();
        int count = Math.min(struct.getInt(0), most);
        for (int i = 0; i < count; i++) {
            slots.add(new Slot(i, ByteBuffer.allocateDirect(Math.max(1, formats.pictureBytes() - shortBy))));
        }
        owner = Optional.of(file).filter(mine -> count > 0);
        struct.putInt(0, count);
        return 0;
    }

    private int place(ByteBuffer struct) {
        if (struct.getInt(0) >= slots.size() || struct.getInt(4) != 1) {
            return EINVAL;
        }
        struct.putInt(60, 1);
        struct.putInt(64, struct.getInt(0) * 0x1000);
        struct.putInt(72, slots.get(struct.getInt(0)).memory.capacity());
        return 0;
    }

    private int queue(ByteBuffer struct) {
        if (struct.getInt(0) >= slots.size() || struct.getInt(4) != 1 || struct.getInt(60) != 1) {
            return EINVAL;
        }
        Slot slot = slots.get(struct.getInt(0));
        if (queued.contains(slot) || filled.contains(slot)) {
            return EINVAL;
        }
        queued.add(slot);
        return 0;
    }

    private int take(ByteBuffer struct) {
        if (broken != 0 || !on) {
            return broken != 0 ? broken : EINVAL;
        }
        if (struct.getInt(4) != 1 || struct.getInt(60) != 1) {
            return EINVAL;
        }
        if (filled.isEmpty()) {
            return EAGAIN;
        }
        Slot slot = filled.remove();
        FakePicture picture = slot.picture;
        long micros = TimeUnit.NANOSECONDS.toMicros(picture.nanos());
        struct.putInt(0, slot.index);
        struct.putInt(8, picture.used() < 0 ? formats.pictureBytes() : picture.used());
        struct.putInt(12, picture.flags());
        struct.putLong(24, micros / 1_000_000);
        struct.putLong(32, micros % 1_000_000);
        struct.putInt(56, (int) picture.sequence());
        return 0;
    }

    private int turn(boolean start, ByteBuffer struct) {
        if (struct.getInt(0) != 1 || start && slots.isEmpty()) {
            return EINVAL;
        }
        on = start;
        if (start) {
            nextAt = System.nanoTime();
            sequence = 0;
        } else {
            queued.clear();
            filled.clear();
        }
        return 0;
    }

    /** Waits as {@code poll} does: true also where the next request will fail. */
    synchronized boolean await(int millis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            while (true) {
                run();
                if (!filled.isEmpty() || !on || over || broken != 0) {
                    return true;
                }
                long left = (script.isPresent() ? Math.min(deadline, nextAt) : deadline) - System.nanoTime();
                if (deadline - System.nanoTime() <= 0) {
                    return false;
                }
                wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run() {
        if (on && script.isPresent() && nextAt - System.nanoTime() <= 0) {
            fill(script.get().apply(sequence++)); // left out, with its number, where there is no buffer
            nextAt += interval;
        }
    }

    synchronized DeviceFile.Mapping map(long offset, int length, Consumer<String> notes) throws DeviceException {
        int index = (int) (offset / 0x1000);
        if (index >= slots.size() || length != slots.get(index).memory.capacity()) {
            throw new DeviceException("mmap", EINVAL);
        }
        mapped++;
        mappings++;
        return new Memory(slots.get(index).memory, () -> notes.accept("unmap " + index));
    }

    private final class Memory implements DeviceFile.Mapping {
        private final ByteBuffer memory;
        private final Runnable note;
        private boolean unmapped;

        private Memory(ByteBuffer memory, Runnable note) {
            this.memory = memory;
            this.note = note;
        }

        @Override
        public ByteBuffer bytes() {
            return memory;
        }

        @Override
        public void unmap() {
            synchronized (FakeStream.this) {
                if (unmapped) {
                    throw new AssertionError("a buffer is unmapped twice");
                }
                unmapped = true;
                mapped--;
            }
            note.run();
            for (int i = 0; i < memory.capacity(); i++) {
                memory.put(i, GONE);
            }
        }
    }

    private static final class Slot {
        private final int index;
        private final ByteBuffer memory;
        private FakePicture picture = FakePicture.number(0);

        private Slot(int index, ByteBuffer memory) {
            this.index = index;
            this.memory = memory;
        }
    }
}
