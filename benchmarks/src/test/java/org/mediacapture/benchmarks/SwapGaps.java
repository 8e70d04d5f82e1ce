// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.mediacapture.benchmarks.FrameLog.Seen;
import org.mediacapture.benchmarks.report.Sample;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;

/**
 * What a subscriber sees of swaps: how long it was without a frame, and whether frames came twice or out of order. Each picture of the
 * mock camera shows its number in its session, and was taken at the session's start plus so many intervals: number and time together
 * tell session and place of each frame, whatever the core says. Immutable.
 *
 * @param frames the number of frames that came
 * @param gaps milliseconds from the arrival of the last frame before a swap to that of the first one after it
 * @param captureGaps the same by the times at which the pictures were taken
 * @param disordered frames that came twice, or after a later one
 */
record SwapGaps(int frames, Sample gaps, Sample captureGaps, int disordered) {
    /** Frames per second. */
    static final double RATE = 60;

    private static final int FRAMES_BETWEEN = 4;
    private static final long SEED = 20;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    /**
     * Swaps a camera back and forth, at any time between two frames.
     *
     * @param keys of the configuration of the mock camera
     */
    static SwapGaps measure(MockFramework framework, int swaps, Map<String, ?> keys) throws Exception {
        FrameLog log = new FrameLog(BlockNumber::of);
        ScheduledExecutorService operator = Executors.newSingleThreadScheduledExecutor();
        try (TwinCamera twin = TwinCamera.offer(framework, "twin", keys)) {
            MediaStreamTrack track = twin.open();
            try (FrameSubscription subscription = track.frames(new FrameOptions(1, true), log)) {
                Random chance = new Random(SEED);
                log.awaitMore(FRAMES_BETWEEN);
                for (int swap = 0; swap < swaps; swap++) {
                    long phase = chance.nextInt((int) (NANOS_PER_SECOND / RATE)); // or all begin just after a frame
                    operator.schedule(twin::swap, phase, TimeUnit.NANOSECONDS)
                            .get()
                            .getValue();
                    log.awaitMore(FRAMES_BETWEEN);
                }
            } finally {
                track.stop();
            }
        } finally {
            operator.shutdown();
        }
        return of(log.frames(), swaps);
    }

    private static SwapGaps of(List<Seen> frames, int swaps) {
        List<Double> gaps = new ArrayList<>();
        List<Double> captureGaps = new ArrayList<>();
        Set<Long> sessions = new HashSet<>(Set.of(session(frames.get(0))));
        int disordered = 0;
        for (int i = 1; i < frames.size(); i++) {
            Seen before = frames.get(i - 1);
            Seen frame = frames.get(i);
            if (session(frame) == session(before)) {
                disordered += frame.content() > before.content() ? 0 : 1;
            } else if (sessions.add(session(frame)) && frame.timestamp() > before.timestamp()) {
                gaps.add((frame.arrival() - before.arrival()) / NANOS_PER_MILLISECOND);
                captureGaps.add((frame.timestamp() - before.timestamp()) / NANOS_PER_MILLISECOND);
            } else {
                disordered++;
            }
        }
        if (gaps.size() != swaps) {
            throw new IllegalStateException(gaps.size() + " sessions were seen to begin, of " + swaps + " swaps");
        }
        return new SwapGaps(frames.size(), Sample.of(gaps), Sample.of(captureGaps), disordered);
    }

    /** When the session of a frame started to stream, which no other one did. */
    private static long session(Seen frame) {
        return frame.timestamp() - (long) Math.ceil(frame.content() * NANOS_PER_SECOND / RATE);
    }
}
