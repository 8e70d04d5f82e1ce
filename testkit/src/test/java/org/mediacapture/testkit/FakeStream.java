// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/** The capture thread of a fake camera: a frame every few milliseconds. Thread-safe. */
final class FakeStream {
    private static final int PERIOD_MILLIS = 5;
    private static final int FEW = 3;

    private final FrameSink sink;
    private final Set<Fault> faults;
    private final FakePool pool;
    private final FakeDevice device;
    private final AtomicLong numbers;
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch silent = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "fake-capture");
    private final Thread second = new Thread(this::run, "fake-capture-2");

    FakeStream(VideoMode mode, FrameSink sink, AtomicLong numbers, Set<Fault> faults, FakeDevice device) {
        this.sink = sink;
        this.faults = faults;
        this.device = device;
        this.numbers = faults.contains(Fault.NUMBERS_BEGIN_ANEW) ? new AtomicLong() : numbers;
        VideoMode made = faults.contains(Fault.OTHER_SIZE)
                ? new VideoMode(mode.width() * 2, mode.height(), mode.frameRate(), mode.format())
                : mode;
        this.pool = new FakePool(made, faults);
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
        if (faults.contains(Fault.TWO_THREADS)) {
            second.setDaemon(true);
            second.start();
        }
    }

    private void run() {
        try {
            while (!end.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!isMute() && !isOver()) {
                    deliver();
                } else if (device.blocks("plug")) {
                    unplug();
                }
            }
            if (faults.contains(Fault.FRAME_AFTER_STOP)) {
                silent.countDown();
                for (int late = 0; late < FEW; late++) { // one of them is found however slowly this thread comes to it
                    new CountDownLatch(1).await(10 * PERIOD_MILLIS, TimeUnit.MILLISECONDS);
                    deliver();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            silent.countDown();
        }
        if (faults.contains(Fault.LEAVES_A_THREAD)) {
            new Thread(FakeStream::lingerForEver, "fake-left-behind").start();
        }
    }

    private static void lingerForEver() {
        Thread.currentThread().setName("fake-left-behind");
        try {
            new CountDownLatch(1).await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver() throws InterruptedException {
        Optional<FrameData> buffer = pool.take();
        // Without a buffer the frame is dropped, and its number with it.
        long number = numbers.getAndIncrement();
        if (buffer.isPresent()) {
            FakePictures.draw(buffer.get(), number);
            sink.frame(buffer.get(), number, timestamp(), pool.release(buffer.get()));
        }
    }

    private long timestamp() {
        if (faults.contains(Fault.TIME_STANDS_STILL)) {
            return System.nanoTime() / 1_000_000_000 * 1_000_000_000;
        }
        return faults.contains(Fault.WALL_CLOCK)
                ? TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis())
                : System.nanoTime();
    }

    /** Ends the stream and waits until its thread has left the sink, unless that is the caller. */
    void end() throws InterruptedException {
        end.countDown();
        if (Thread.currentThread() != thread || faults.contains(Fault.JOINS_ITSELF)) {
            silent.await();
        }
    }

    void close() {
        if (!faults.contains(Fault.STREAMS_AFTER_CLOSE)) {
            end.countDown();
        }
        try {
            if (faults.contains(Fault.JOINS_ITSELF)) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pool.close();
    }

    private boolean isMute() {
        return faults.contains(Fault.NO_FRAMES) || faults.contains(Fault.NO_FRAME_TO_CLOSE_IN);
    }

    private boolean isOver() {
        return numbers.get() >= FEW && (device.blocks("frames") || device.blocks("plug"));
    }

    private void unplug() {
        end.countDown();
        if (!faults.contains(Fault.TELLS_NO_END)) {
            sink.ended(EndCause.UNPLUGGED, "fake: pulled out");
        }
    }
}
