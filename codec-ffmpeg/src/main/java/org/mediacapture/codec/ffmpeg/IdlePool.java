// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Keeps native things that are expensive to make for their next use: one user at a time, the most recently used first, and up
 * to a total weight, beyond which the oldest are freed. Thread-safe.
 *
 * @param <K> what makes two of them the same for a user
 * @param <T> the things
 */
final class IdlePool<K, T extends IdlePool.Reusable<K>> implements AutoCloseable {
    /** A native thing that can be used again. For one thread at a time. */
    interface Reusable<K> {
        /** What it can be used for. */
        K kind();

        /** What it weighs in its pool while it is idle. */
        long weight();

        /** Frees the native memory; the last call. */
        void free();
    }

    private final long capacity;
    private final List<T> idle = new ArrayList<>();
    private long weight;
    private int made;
    private boolean closed;

    /**
     * Makes an empty pool.
     *
     * @param capacity the greatest weight of all that is idle
     */
    IdlePool(long capacity) {
        this.capacity = capacity;
    }

    /** An idle thing of a kind, or a new one; the caller gives it back, or frees it. */
    T take(K kind, Function<? super K, ? extends T> make) {
        T found = idle(kind);
        return found == null ? make.apply(kind) : found;
    }

    /** An idle thing of a kind, or null when there is none: it is asked for with each frame. */
    private synchronized T idle(K kind) {
        for (int index = idle.size() - 1; index >= 0; index--) {
            if (idle.get(index).kind().equals(kind)) {
                T found = idle.remove(index);
                weight -= found.weight();
                return found;
            }
        }
        made++;
        return null;
    }

    /** Takes a thing back, in the state in which the next one can use it. */
    synchronized void give(T used) {
        if (closed || used.weight() > capacity) {
            used.free();
            return;
        }
        idle.add(used);
        weight += used.weight();
        while (weight > capacity) {
            T oldest = idle.remove(0);
            weight -= oldest.weight();
            oldest.free();
        }
    }

    /** Works with a thing of a kind, which is freed if the work fails, since nobody knows in which state it is then. */
    <R> R use(K kind, Function<? super K, ? extends T> make, Function<? super T, R> work) {
        T taken = take(kind, make);
        boolean done = false;
        try {
            R result = work.apply(taken);
            done = true;
            return result;
        } finally {
            if (done) {
                give(taken);
            } else {
                taken.free();
            }
        }
    }

    /** How often nothing idle was there. */
    synchronized int made() {
        return made;
    }

    /** What all that is idle weighs. */
    synchronized long weight() {
        return weight;
    }

    /** Frees what is idle, now, and what is in use, when it comes back. Idempotent. */
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(Reusable::free);
        idle.clear();
        weight = 0;
    }
}
