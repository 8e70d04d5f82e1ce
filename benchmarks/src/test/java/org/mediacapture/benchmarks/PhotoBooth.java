// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.mediacapture.benchmarks.footage.Footage;
import org.mediacapture.benchmarks.measure.ThreadUse;
import org.mediacapture.benchmarks.report.Sample;
import org.mediacapture.frame.FrameData;
import org.osgi.util.promise.Promise;

/**
 * Asks for something that is made of the next frame, and delivers frames until it is there. Each frame shows its number, so that the
 * result tells of which one it was made, and when that one was delivered. Confined to one thread.
 */
final class PhotoBooth {
    private static final int FEW_FRAMES = 3;
    private static final long SHORT_MILLISECONDS =
            2; // the first frames may come before the camera knows that one is wanted
    private static final long LONG_MILLISECONDS = 20;
    private static final int MOST_FRAMES = 500;
    private static final int PLAIN_FRAMES = 1000;
    private static final double NANOS_PER_MICROSECOND = 1e3;

    private final Rig rig;
    private final List<FrameData> pictures;
    private final long[] delivered = new long[Footage.FRAMES];
    private int next;
    private long frames;
    private long waiting; // nanoseconds of CPU time that this thread has taken for waiting
    private long waitingBytes; // and the heap
    private volatile long resolved;

    PhotoBooth(Rig rig, List<FrameData> pictures) {
        this.rig = rig;
        this.pictures = pictures;
    }

    /** What the framework makes. */
    @FunctionalInterface
    interface Shot<T> {
        Promise<T> ask() throws Exception;
    }

    /** Asks, and waits for the result. */
    <T> T take(Shot<T> shot) throws Exception {
        Promise<T> promise = shot.ask();
        long allocated = ThreadUse.ownBytes();
        CountDownLatch done = new CountDownLatch(1);
        waitingBytes += ThreadUse.ownBytes() - allocated;
        promise.onResolve(() -> {
            resolved = System.nanoTime();
            done.countDown();
        });
        for (int frame = 0; frame < MOST_FRAMES; frame++) {
            if (frame < pictures.size()) { // of a picture that is delivered again the first time counts
                delivered[next] = System.nanoTime();
            }
            frames++;
            rig.push(pictures.get(next));
            next = (next + 1) % pictures.size();
            allocated = ThreadUse.ownBytes();
            long begun = ThreadUse.ownNanoseconds();
            boolean isDone =
                    done.await(frame < FEW_FRAMES ? SHORT_MILLISECONDS : LONG_MILLISECONDS, TimeUnit.MILLISECONDS);
            waiting += ThreadUse.ownNanoseconds() - begun;
            waitingBytes += ThreadUse.ownBytes() - allocated;
            if (isDone) {
                return promise.getValue();
            }
        }
        throw new TimeoutException("nothing came of " + MOST_FRAMES + " frames");
    }

    /** Microseconds from the delivery of a frame until what was made of it, and was taken last, was there. */
    double latency(int number) {
        return (resolved - delivered[number]) / 1e3;
    }

    /** Asks again and again, and measures what that takes, without what waiting takes and what frames take that nobody asks for. */
    <T> Series series(Shot<T> shot, int shots, ToLongFunction<T> size) throws Exception {
        double bytesOfFrame = bytesOfFrame();
        ThreadUse before = ThreadUse.begin();
        long delivered = frames;
        long waited = waiting;
        long waitedBytes = waitingBytes;
        long sizes = 0;
        for (int number = 0; number < shots; number++) {
            sizes += size.applyAsLong(take(shot));
        }
        ThreadUse.Use use = before.since();
        double bytes = use.bytes() - (waitingBytes - waitedBytes) - (frames - delivered) * bytesOfFrame;
        return new Series(
                (use.nanoseconds() - waiting + waited) / NANOS_PER_MICROSECOND / shots,
                bytes / shots,
                (bytes - sizes) / shots);
    }

    private double bytesOfFrame() {
        long before = ThreadUse.ownBytes();
        for (int frame = 0; frame < PLAIN_FRAMES; frame++) {
            rig.push(pictures.get(next));
        }
        return (double) (ThreadUse.ownBytes() - before) / PLAIN_FRAMES;
    }

    /**
     * What each took, on average. Immutable.
     *
     * @param microseconds of CPU time
     * @param bytes of heap
     * @param ownBytes of heap beyond the size of the result
     */
    record Series(double microseconds, double bytes, double ownBytes) {
        /**
         * What many took: the median of the time, and the least of the heap, since what a photo needs is in each, and what another
         * thread allocates meanwhile, as the first time that it does something, only adds.
         */
        static Series of(List<Series> all) {
            return new Series(
                    Sample.of(all.stream().map(Series::microseconds).toList()).p50(),
                    least(all, Series::bytes),
                    least(all, Series::ownBytes));
        }

        private static double least(List<Series> all, ToDoubleFunction<Series> heap) {
            return all.stream().mapToDouble(heap).min().orElseThrow();
        }
    }
}
