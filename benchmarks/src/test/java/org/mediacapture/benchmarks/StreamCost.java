// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.mediacapture.benchmarks.measure.ThreadUse;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;

/**
 * What streams take together while each has one consumer that only looks at the time. Immutable.
 *
 * @param cores that the Java threads kept busy
 * @param frames that consumers got
 * @param bytes of heap for each of them, on all threads
 * @param missing frames whose numbers no consumer saw
 * @param latency milliseconds from capture to consumer that 99 of 100 frames do not exceed
 * @param jitter milliseconds by which 99 of 100 intervals differ from those of the capture at most
 */
record StreamCost(double cores, long frames, double bytes, long missing, double latency, double jitter) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double P99 = 0.99;
    private static final int FASTEST = 40; // frames a second

    /** Reads from all tracks for some seconds, after some that do not count. */
    static StreamCost measure(List<MediaStreamTrack> tracks, int warmUp, int seconds) throws Exception {
        read(tracks, warmUp);
        return read(tracks, seconds);
    }

    private static StreamCost read(List<MediaStreamTrack> tracks, int seconds) throws Exception {
        List<FrameArrivals> arrivals = new ArrayList<>();
        List<FrameSubscription> readers = new ArrayList<>();
        for (MediaStreamTrack track : tracks) {
            FrameArrivals log = new FrameArrivals(FASTEST * seconds);
            arrivals.add(log);
            readers.add(track.frames(FrameOptions.latest(), log));
        }
        long began = System.nanoTime();
        ThreadUse before = ThreadUse.begin();
        TimeUnit.SECONDS.sleep(seconds); // the length of a measurement, not a wait
        ThreadUse.Use used = before.since();
        long took = System.nanoTime() - began;
        for (FrameSubscription reader : readers) {
            reader.close();
        }
        int frames = arrivals.stream().mapToInt(FrameArrivals::count).sum();
        return new StreamCost(
                (double) used.nanoseconds() / took,
                frames,
                used.bytesOf(frames),
                arrivals.stream().mapToLong(FrameArrivals::missing).sum(),
                late(arrivals, FrameArrivals::latencies),
                late(arrivals, FrameArrivals::jitter));
    }

    private static double late(List<FrameArrivals> arrivals, Function<FrameArrivals, LongStream> what) {
        long[] sorted = arrivals.stream().flatMapToLong(what::apply).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) (sorted.length * P99)] / NANOS_PER_MILLI;
    }
}
