// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.VideoMode;

/** Numbers, times and buffers of frames. Confined to the thread of the test. */
final class StreamChecks {
    private static final int FRAMES = 8;
    private static final int ENOUGH = 64;
    private static final int ATTEMPTS = 3;
    private static final int DWELL_MILLIS = 100;

    private final Bench bench;

    StreamChecks(Bench bench) {
        this.bench = bench;
    }

    /** Frames of two streams of one session. */
    private RecordingSink twoStreams() throws Exception {
        RecordingSink sink = bench.releasing();
        CameraSession session = bench.open(sink);
        VideoMode mode = Bench.smallest(session);
        for (int streams = 1; streams <= 2; streams++) {
            bench.start(session, sink, mode);
            bench.requireFrames(sink, (long) streams * FRAMES, "in the mode " + mode);
            bench.stop(session);
        }
        return sink;
    }

    void timestamps() throws Exception {
        List<ReceivedFrame> frames = twoStreams().frames();
        long patience = bench.contract().patience().toNanos();
        for (int i = 0; i < frames.size(); i++) {
            ReceivedFrame frame = frames.get(i);
            long age = frame.receivedAt() - frame.timestamp();
            Clause.TIMESTAMPS.require(
                    Math.abs(age) < patience,
                    "the timestamp " + frame.timestamp() + " of frame " + i + " is " + age
                            + " ns away from System.nanoTime() at its arrival");
            if (i > 0) {
                long step = frame.timestamp() - frames.get(i - 1).timestamp();
                Clause.TIMESTAMPS.require(
                        step > 0, "the timestamp of frame " + i + " is " + step + " ns after the one before");
            }
        }
    }

    void sequence() throws Exception {
        List<ReceivedFrame> frames = twoStreams().frames();
        for (int i = 1; i < frames.size(); i++) {
            long before = frames.get(i - 1).sequence();
            long now = frames.get(i).sequence();
            Clause.SEQUENCE.require(now > before, "frame " + i + " has the number " + now + " after " + before);
        }
    }

    /** Stays in the sink for a moment, so that a second thread has the time to come in. */
    void oneThreadAtATime() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        RecordingSink sink = bench.releasing().onFrame(frame -> {
            try {
                never.await(DWELL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Bench.Stream stream = bench.stream(sink);
        bench.requireFrames(sink, FRAMES, "in the mode " + stream.mode());
        bench.close(stream.session());
        Clause.ONE_THREAD_AT_A_TIME.require(
                sink.mostThreadsAtOnce() <= 1, sink.mostThreadsAtOnce() + " threads were in the sink at once");
    }

    void neverWaitForBuffers() throws Exception {
        boolean counted = false;
        for (int attempt = 0; attempt < ATTEMPTS && !counted; attempt++) {
            counted = exhaust();
        }
        Clause.NEVER_WAIT_FOR_BUFFERS.require(
                counted, "no number was skipped while no buffer was free: the provider waited, or did not count");
    }

    /** Keeps all frames until no more come. Answers whether the drop shows in the numbers, which a busy machine may hide. */
    private boolean exhaust() throws Exception {
        RecordingSink sink = bench.keepingFirst(ENOUGH);
        CameraSession session = bench.open(sink);
        VideoMode mode = Bench.smallest(session);
        bench.start(session, sink, mode);
        Clause.NEVER_WAIT_FOR_BUFFERS.require(
                sink.awaitSilence(Bench.silence(mode), ENOUGH),
                "frames neither ended nor reached " + ENOUGH + " while all were kept");
        boolean endless = sink.count() >= ENOUGH;
        long last = sink.count();
        responds("settings()", session::settings);
        sink.releaseAll();
        bench.requireFrames(
                Clause.NEVER_WAIT_FOR_BUFFERS, sink, last + 1, "after all of " + last + " lent frames were released");
        List<ReceivedFrame> frames = sink.frames();
        long gap =
                frames.get((int) last).sequence() - frames.get((int) last - 1).sequence();
        sink.awaitSilence(Bench.silence(mode), ENOUGH);
        responds("stop()", session::stop);
        responds("close()", session::close);
        return endless || gap > 1;
    }

    private void responds(String what, Calls.Action call) throws Exception {
        bench.calls().start(what, call).await(bench.contract().patience(), Clause.NEVER_WAIT_FOR_BUFFERS);
    }

    void heldBytes() throws Exception {
        RecordingSink sink = bench.keepingFirst(2);
        Bench.Stream stream = bench.stream(sink);
        bench.requireFrames(sink, 2L * FRAMES, "while two frames were held");
        requireUnchanged(Clause.HELD_BYTES, sink, "while later frames came");
        bench.stop(stream.session());
        requireUnchanged(Clause.HELD_BYTES, sink, "over stop()");
    }

    void lateRelease() throws Exception {
        lateRelease(false);
        lateRelease(true);
        bench.stream(bench.releasing());
    }

    private void lateRelease(boolean ofAnEarlierStream) throws Exception {
        RecordingSink sink = bench.keepingFirst(2);
        Bench.Stream stream = bench.stream(sink);
        bench.requireFrames(sink, 3, "while two frames were held");
        if (ofAnEarlierStream) {
            bench.stop(stream.session());
            bench.start(stream.session(), sink, stream.mode());
        }
        bench.close(stream.session());
        bench.requireSilence(Clause.CLOSED_STREAM, sink, stream.mode(), "after close()");
        requireUnchanged(Clause.LATE_RELEASE, sink, "after close()");
        // On a thread that the provider never saw.
        bench.calls().run("release", sink::releaseAll);
        Clause.LATE_RELEASE.require(sink.failures().isEmpty(), "release after close(): " + sink.failures());
    }

    private static void requireUnchanged(Clause clause, RecordingSink sink, String when) {
        for (ReceivedFrame frame : sink.kept()) {
            clause.require(
                    frame.checksumNow() == frame.checksum(),
                    "the bytes of frame " + frame.sequence() + ", which was still lent, changed " + when);
        }
    }
}
