// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Which pictures of a server arrived at a reader, and how old they were. Thread-safe; a picture takes no heap but where there is no
 * more room.
 */
public final class Arrivals {
    private static final int ROOM = 8_192;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final double NANOS_PER_MICROSECOND = 1e3;

    private final CameraServer server;
    private long[] ages = new long[ROOM]; // nanoseconds
    private int[] indexes = new int[ROOM];
    private int count;
    private int awaited = Integer.MAX_VALUE;
    private Throwable failure;

    /** Nothing has arrived yet of what this server sends. */
    public Arrivals(CameraServer server) {
        this.server = server;
    }

    /**
     * Takes note of a picture of which only the number is known. It is the next one with that number: whoever misses as many as the
     * server shows needs the other method.
     *
     * @param number what the picture shows
     */
    public synchronized void arrivedShowing(int number) {
        int before = count == 0 ? -1 : indexes[count - 1];
        int missed = Math.floorMod(number - before - 1, server.pictures());
        add(before + 1 + missed);
    }

    /**
     * Takes note of a picture.
     *
     * @param index which one it is of those that were sent
     */
    public synchronized void arrived(int index) {
        add(index);
    }

    /**
     * Takes note of a picture, and fails if it is not the one that it says.
     *
     * @param index which one it is of those that were sent
     * @param number what it shows
     */
    public synchronized void arrived(int index, int number) {
        if (index % server.pictures() != number) {
            throw new IllegalStateException("picture " + index + " shows the number " + number);
        }
        add(index);
    }

    private void add(int index) {
        long now = System.nanoTime();
        if (count > 0 && index <= indexes[count - 1]) {
            throw new IllegalStateException("picture " + index + " came after picture " + indexes[count - 1]);
        }
        if (count == ages.length) {
            ages = Arrays.copyOf(ages, 2 * count);
            indexes = Arrays.copyOf(indexes, 2 * count);
        }
        indexes[count] = index;
        ages[count] = now - server.sentAt(index);
        count++;
        if (count >= awaited) {
            notifyAll();
        }
    }

    /** Takes note that nothing will arrive any more. */
    public synchronized void failed(Throwable cause) {
        failure = cause;
        notifyAll();
    }

    /** How many pictures have arrived. */
    public synchronized int count() {
        return count;
    }

    /** Waits until so many have arrived. */
    public synchronized void await(int wanted) throws Exception {
        long begun = System.nanoTime();
        awaited = wanted;
        while (count < wanted && failure == null && System.nanoTime() - begun < PATIENCE) {
            TimeUnit.NANOSECONDS.timedWait(this, PATIENCE);
        }
        check();
        if (count < wanted) {
            throw new TimeoutException(count + " of " + wanted + " pictures arrived");
        }
    }

    /** Fails if the reader has failed. */
    public synchronized void check() {
        if (failure != null) {
            throw new IllegalStateException("the camera could not be read", failure);
        }
    }

    /** Microseconds from the moment in which a picture began to be sent to that of its arrival, in the order of arrival. */
    public synchronized List<Double> ages(int from, int to) {
        List<Double> microseconds = new ArrayList<>();
        for (int i = from; i < to; i++) {
            microseconds.add(ages[i] / NANOS_PER_MICROSECOND);
        }
        return microseconds;
    }

    /** How many pictures were sent among these arrivals, and did not arrive. */
    public synchronized int missing(int from, int to) {
        return indexes[to - 1] - indexes[from] - (to - 1 - from);
    }
}
