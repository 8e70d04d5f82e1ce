// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A camera and the kernel in front of it, as a script. Structures are read and written at the offsets that a C compiler gives
 * {@code linux/videodev2.h} on 64-bit Linux, written out here as numbers, so that the code under test is not compared with itself.
 * Notes what is asked of it, in order. Thread-safe.
 */
public final class FakeDevice implements DeviceFile.Opener {
    public static final int CAPTURE = 0x1;
    public static final int OUTPUT = 0x2;
    public static final int MEMORY_TO_MEMORY = 0x8000;
    public static final int METADATA = 0x80_0000;
    public static final int STREAMING = 0x400_0000;
    public static final int DEVICE_CAPS = 0x8000_0000;

    private final FakeFormats formats = new FakeFormats();
    private final FakeControls controls = new FakeControls();
    private final FakeStream stream = new FakeStream(formats);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final Map<String, Runnable> hooks = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean unplugged;
    private volatile boolean quiet;
    private volatile String card = "Fake camera";
    private volatile int deviceFlags = DEVICE_CAPS | CAPTURE | STREAMING | METADATA;
    private volatile int nodeFlags = CAPTURE | STREAMING;

    /** What it calls itself. */
    public FakeDevice card(String name) {
        card = name;
        return this;
    }

    /** The two sets of flags that it tells: what the device can do, and what this node can do. */
    public FakeDevice flags(int ofDevice, int ofNode) {
        deviceFlags = ofDevice;
        nodeFlags = ofNode;
        return this;
    }

    public FakeFormats formats() {
        return formats;
    }

    public FakeControls controls() {
        return controls;
    }

    public FakeStream stream() {
        return stream;
    }

    /** Requests that begin with these words, such as {@code S_CTRL Gain}, fail with an error number from now on. */
    public FakeDevice refuse(String words, int errno) {
        refusals.put(words, errno);
        return this;
    }

    /** Requests that begin with these words are answered again. */
    public void allow(String words) {
        refusals.remove(words);
    }

    /** Does something whenever a request that begins with these words comes, before it is answered. */
    public void before(String words, Runnable action) {
        hooks.put(words, action);
    }

    /** From now on it is gone. */
    public void unplug() {
        unplugged = true;
        stream.stopAll();
    }

    /** What was asked, in order, without the questions that only read. */
    public List<String> orders() {
        return asked.stream()
                .filter(what -> what.matches("(S_|REQBUFS|QBUF|STREAM|open|close|map|unmap).*"))
                .toList();
    }

    /** All that was asked, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Notes nothing, refuses nothing, and allocates nothing from now on. */
    public void beQuiet() {
        quiet = true;
    }

    /** Forgets what was asked. */
    public void forget() {
        asked.clear();
    }

    /** How many files are open. */
    public int openFiles() {
        return open.get();
    }

    @Override
    public DeviceFile open(String path) throws DeviceException {
        note("open", "open");
        if (unplugged) {
            throw new DeviceException("open", 2);
        }
        open.incrementAndGet();
        return new OpenFile();
    }

    private void note(String request, String what) throws DeviceException {
        asked.add(what);
        hooks.forEach((words, action) -> {
            if (what.startsWith(words)) {
                action.run();
            }
        });
        for (Map.Entry<String, Integer> refusal : refusals.entrySet()) {
            if (what.startsWith(refusal.getKey())) {
                throw new DeviceException(request, refusal.getValue());
            }
        }
    }

    private String words(Request request, ByteBuffer struct) {
        return switch (request) {
            case ENUM_FMT, G_FMT, S_FMT, S_PARM, ENUM_FRAMESIZES, ENUM_FRAMEINTERVALS -> formats.words(request, struct);
            case G_CTRL, S_CTRL, QUERYMENU, QUERY_EXT_CTRL -> controls.words(request, struct);
            case REQBUFS, QUERYBUF, QBUF -> request + " " + struct.getInt(0);
            case QUERYCAP, DQBUF, STREAMON, STREAMOFF -> request.name();
        };
    }

    /** Answers an error number, or 0. */
    private int answer(Request request, ByteBuffer struct, Object file) {
        return switch (request) {
            case QUERYCAP -> capability(struct);
            case S_FMT, S_PARM -> stream.isOfAnother(file) ? 16 : formats.answer(request, struct);
            case ENUM_FMT, G_FMT, ENUM_FRAMESIZES, ENUM_FRAMEINTERVALS -> formats.answer(request, struct);
            case G_CTRL, S_CTRL, QUERYMENU, QUERY_EXT_CTRL -> controls.answer(request, struct);
            case REQBUFS, QUERYBUF, QBUF, DQBUF, STREAMON, STREAMOFF -> stream.answer(request, struct, file);
        };
    }

    private int capability(ByteBuffer struct) {
        text(struct, 0, "fakevideo");
        text(struct, 16, card);
        text(struct, 48, "usb-fake-1");
        struct.putInt(80, 0x0006_0100);
        struct.putInt(84, deviceFlags);
        struct.putInt(88, nodeFlags);
        return 0;
    }

    /** A text with a zero byte at its end. */
    static void text(ByteBuffer struct, int offset, String text) {
        for (int i = 0; i < text.length(); i++) {
            struct.put(offset + i, (byte) text.charAt(i));
        }
        struct.put(offset + text.length(), (byte) 0);
    }

    private final class OpenFile implements DeviceFile {
        private boolean closed;

        @Override
        public void request(Struct struct) throws DeviceException {
            Request request = struct.request();
            requireOpen(request.name());
            if (!quiet) {
                note(request.name(), words(request, struct.bytes()));
            }
            int errno = unplugged ? 19 : answer(request, struct.bytes(), this);
            if (errno != 0) {
                throw new DeviceException(request.name(), errno);
            }
        }

        private synchronized void requireOpen(String what) throws DeviceException {
            if (closed) {
                throw new DeviceException(what, 19);
            }
        }

        @Override
        public boolean awaitFrame(int millis) throws DeviceException {
            requireOpen("poll");
            return stream.await(millis);
        }

        @Override
        public Mapping map(long offset, int length) throws DeviceException {
            requireOpen("mmap");
            note("mmap", "map " + offset);
            return stream.map(offset, length, asked::add);
        }

        @Override
        public void close() {
            synchronized (this) {
                if (closed) {
                    return;
                }
                closed = true;
            }
            asked.add("close");
            open.decrementAndGet();
            stream.leave(this);
        }
    }
}
