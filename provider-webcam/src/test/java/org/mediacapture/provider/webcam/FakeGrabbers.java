// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.awt.Dimension;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Natives that paint their pictures red, with faults to be switched on. Thread-safe. */
final class FakeGrabbers implements Grabbers {
    final List<Found> found = new CopyOnWriteArrayList<>();
    final List<ClassLoader> loaders = new CopyOnWriteArrayList<>();
    final AtomicInteger listings = new AtomicInteger();
    final AtomicInteger open = new AtomicInteger();
    volatile int picturesUntilSilent = Integer.MAX_VALUE;
    volatile int picturesUntilFailed = Integer.MAX_VALUE;
    volatile boolean busy;
    volatile Optional<Dimension> onlySize = Optional.empty();
    volatile CountDownLatch opening = new CountDownLatch(0);
    volatile CountDownLatch closing = new CountDownLatch(0);
    volatile boolean broken;

    @Override
    public List<Found> list() {
        listings.incrementAndGet();
        loaders.add(Thread.currentThread().getContextClassLoader());
        if (broken) {
            throw new UnsatisfiedLinkError("libv4l2.so.0 is missing");
        }
        return List.copyOf(found);
    }

    @Override
    public Grabber open(String id, int width, int height) {
        loaders.add(Thread.currentThread().getContextClassLoader());
        await(opening);
        if (busy || open.get() > 0) {
            return new Fake(0, 0, false);
        }
        open.incrementAndGet();
        Dimension size = onlySize.orElse(new Dimension(width, height));
        return new Fake(size.width, size.height, true);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Fake implements Grabber {
        private final int width;
        private final int height;
        private final boolean isOpen;
        private final ByteBuffer pixels;
        private int pictures;

        Fake(int width, int height, boolean isOpen) {
            this.width = width;
            this.height = height;
            this.isOpen = isOpen;
            pixels = ByteBuffer.allocateDirect(width * height * 3);
            for (int i = 0; i < pixels.capacity(); i += 3) {
                pixels.put(i, (byte) 200).put(i + 1, (byte) 50).put(i + 2, (byte) 10);
            }
        }

        @Override
        public boolean isOpen() {
            return isOpen;
        }

        @Override
        public int width() {
            return width;
        }

        @Override
        public int height() {
            return height;
        }

        @Override
        public Result next() {
            try {
                new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            pictures++;
            if (pictures > picturesUntilFailed) {
                return Result.FAILED;
            }
            return pictures > picturesUntilSilent ? Result.NOTHING_YET : Result.PICTURE;
        }

        @Override
        public ByteBuffer image() {
            return pixels.duplicate();
        }

        @Override
        public void close() {
            if (isOpen) {
                await(closing);
                open.decrementAndGet();
            }
        }
    }
}
