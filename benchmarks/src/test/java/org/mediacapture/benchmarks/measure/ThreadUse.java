// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * CPU time and heap that the Java threads took up to a moment; the collector's and the compiler's are not among them. The thread that
 * asks counts itself first and last, so that asking is no part of what is measured. Immutable.
 */
public final class ThreadUse {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final double NANOS_PER_MICROSECOND = 1e3;

    private final Map<Long, Use> threads;

    private ThreadUse(Map<Long, Use> threads) {
        this.threads = threads;
    }

    /** What was taken until now, at the beginning of what is measured. */
    public static ThreadUse begin() {
        Map<Long, Use> threads = others();
        threads.put(Thread.currentThread().getId(), Use.NONE); // so that there is room for the entry
        threads.put(Thread.currentThread().getId(), own());
        return new ThreadUse(threads);
    }

    /** What all threads took since then. */
    public Use since() {
        Use own = own();
        Map<Long, Use> now = others();
        now.put(Thread.currentThread().getId(), own);
        long cpu = 0;
        long bytes = 0;
        for (Map.Entry<Long, Use> thread : now.entrySet()) {
            Use before = threads.getOrDefault(thread.getKey(), Use.NONE);
            cpu += thread.getValue().nanoseconds - before.nanoseconds;
            bytes += thread.getValue().bytes - before.bytes;
        }
        return new Use(cpu, bytes);
    }

    /** What the thread that asks has taken until now. */
    public static Use own() {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        return new Use(THREADS.getCurrentThreadCpuTime(), bytes);
    }

    /** What another thread, which is alive, has taken until now. */
    public static Use of(Thread thread) {
        return new Use(THREADS.getThreadCpuTime(thread.getId()), THREADS.getThreadAllocatedBytes(thread.getId()));
    }

    /** Nanoseconds of CPU time that the thread that asks has taken; asking allocates nothing. */
    public static long ownNanoseconds() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Bytes that the thread that asks has allocated; asking allocates nothing. */
    public static long ownBytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    private static Map<Long, Use> others() {
        long[] ids = LongStream.of(THREADS.getAllThreadIds())
                .filter(id -> id != Thread.currentThread().getId())
                .toArray();
        long[] cpu = THREADS.getThreadCpuTime(ids);
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        Map<Long, Use> threads = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            if (cpu[i] >= 0 && bytes[i] >= 0) { // it has not ended meanwhile
                threads.put(ids[i], new Use(cpu[i], bytes[i]));
            }
        }
        return threads;
    }

    /**
     * CPU time and heap. Immutable.
     *
     * @param nanoseconds of CPU time
     * @param bytes that were allocated
     */
    public record Use(long nanoseconds, long bytes) {
        /** Nothing at all. */
        public static final Use NONE = new Use(0, 0);

        /** What lies between an earlier reading and this one. */
        public Use since(Use before) {
            return new Use(nanoseconds - before.nanoseconds, bytes - before.bytes);
        }

        /** Both together. */
        public Use plus(Use other) {
            return new Use(nanoseconds + other.nanoseconds, bytes + other.bytes);
        }

        /** Microseconds of CPU time for each of so many. */
        public double microsecondsOf(int count) {
            return nanoseconds / NANOS_PER_MICROSECOND / count;
        }

        /** Bytes for each of so many. */
        public double bytesOf(int count) {
            return (double) bytes / count;
        }
    }
}
