// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.network;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mediacapture.benchmarks.measure.ThreadUse;

/**
 * What it took to read a camera in the network for a while, without what the server itself took. Immutable.
 *
 * @param ages microseconds from the moment in which a picture began to be sent to that of its arrival, in the order of arrival
 * @param missing how many pictures in between did not arrive
 * @param cpu microseconds of CPU time for each picture that arrived
 * @param heap bytes for each of them, on all threads
 */
public record Reading(List<Double> ages, int missing, double cpu, double heap) {
    private static final int FIRST = 10;

    /** How long a camera is read. */
    @FunctionalInterface
    public interface Span {
        /** Waits for the end. */
        void pass(Arrivals arrivals) throws Exception;

        /** Until so many pictures have arrived. */
        static Span frames(int frames) {
            return arrivals -> arrivals.await(arrivals.count() + frames);
        }

        /** For a time, and one more picture. */
        static Span seconds(int seconds) {
            return arrivals -> {
                TimeUnit.SECONDS.sleep(seconds); // the length of a measurement, not a wait
                arrivals.await(arrivals.count() + 1);
            };
        }
    }

    /** Reads; the first pictures do not count. */
    public static Reading of(CameraServer server, FrameReader.Opener opener, Span span) throws Exception {
        Arrivals arrivals = new Arrivals(server);
        try (FrameReader reader = opener.open(server.url(), arrivals)) {
            arrivals.await(FIRST);
            int from = arrivals.count();
            ThreadUse.Use others = server.use().plus(reader.asking());
            ThreadUse before = ThreadUse.begin();
            span.pass(arrivals);
            ThreadUse.Use all = before.since();
            ThreadUse.Use own = all.since(server.use().plus(reader.asking()).since(others));
            int to = arrivals.count();
            arrivals.check();
            return new Reading(
                    arrivals.ages(from, to),
                    arrivals.missing(from, to),
                    own.microsecondsOf(to - from),
                    own.bytesOf(to - from));
        }
    }
}
