// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The ball as it looks over one scenery at the places where it has been: it comes back to the same ones in each round, and cameras
 * that look alike show it at the same ones. Only small pictures are kept, since those of many cameras are small, and all places of a
 * round have to find room; and only where several cameras look alike. Thread-safe; looking for one allocates nothing.
 */
final class LaidBalls {
    private static final int MOST_BYTES = 12_000_000;
    private static final int PLACES = 180; // of a round of six seconds at 30 pictures in each
    private static final int SLOTS = 1024; // so that few places fall into one slot, where only the first is kept
    private static final byte[] UNKNOWN = {};

    private final AtomicReferenceArray<LaidBall> kept = new AtomicReferenceArray<>(SLOTS);
    private final AtomicInteger places = new AtomicInteger();
    private volatile boolean shared;

    private record LaidBall(int x, int y, byte[] rows) {
        boolean isAt(int otherX, int otherY) {
            return x == otherX && y == otherY;
        }
    }

    /**
     * The rows of the ball, one behind the other; none if they are not known.
     *
     * @param x where column 0 of the ball lies, in pixels
     * @param y where its row 0 does
     */
    byte[] at(int x, int y) {
        LaidBall ball = kept.get(index(x, y));
        return ball != null && ball.isAt(x, y) ? ball.rows() : UNKNOWN;
    }

    /** A second camera shows the scenery. */
    void share() {
        shared = true;
    }

    /** Keeps a copy of the first bytes of some rows, if that is worth it. */
    void keep(int x, int y, byte[] worked, int count) {
        int index = index(x, y);
        boolean fits = count <= MOST_BYTES / PLACES && places.get() < PLACES;
        if (shared && fits && kept.get(index) == null) {
            places.incrementAndGet();
            kept.set(index, new LaidBall(x, y, Arrays.copyOf(worked, count)));
        }
    }

    private static int index(int x, int y) {
        return Math.floorMod((x >> 1) * 31 + (y >> 1) * 17, SLOTS);
    }
}
