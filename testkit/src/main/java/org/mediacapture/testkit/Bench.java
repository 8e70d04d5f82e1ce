// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.VideoMode;

/**
 * What one test needs: the device, sinks, open sessions, and their end. Confined to the thread of the test.
 */
final class Bench implements AutoCloseable {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);
    private static final Duration SHORTEST_SILENCE = Duration.ofMillis(150);
    private static final int SILENT_FRAMES = 4;

    private final CameraDeviceContract contract;
    private final CameraDevice device;
    private final Calls calls;
    private final List<CameraSession> sessions = new ArrayList<>();
    private final List<RecordingSink> sinks = new ArrayList<>();

    Bench(CameraDeviceContract contract) throws Exception {
        this.contract = contract;
        this.calls = new Calls(contract.patience());
        this.device = contract.device();
    }

    /**
     * A started stream.
     *
     * @param session the session
     * @param sink its sink
     * @param mode the mode started
     */
    record Stream(CameraSession session, RecordingSink sink, VideoMode mode) {}

    CameraDeviceContract contract() {
        return contract;
    }

    CameraDevice device() {
        return device;
    }

    Calls calls() {
        return calls;
    }

    RecordingSink releasing() {
        return keepingFirst(0);
    }

    RecordingSink keepingFirst(int count) {
        RecordingSink sink = RecordingSink.keepingFirst(count, contract.patience());
        sinks.add(sink);
        return sink;
    }

    CameraSession open() throws Exception {
        return open(releasing());
    }

    CameraSession open(RecordingSink sink) throws Exception {
        return open(device, sink);
    }

    CameraSession open(CameraDevice another, RecordingSink sink) throws Exception {
        CameraSession session = calls.begin("open()", () -> another.open(sink)).await(contract.openDeadline());
        Clause.ABSENCE.require(session != null, "open() returned null");
        return closing(session);
    }

    /** Has a session closed at the end of the test. */
    CameraSession closing(CameraSession session) {
        sessions.add(session);
        return session;
    }

    /** Opens, starts the mode with the smallest pictures, and waits for the first frame. */
    Stream stream(RecordingSink sink) throws Exception {
        CameraSession session = open(sink);
        return start(session, sink, smallest(session));
    }

    /** As {@link #stream(RecordingSink)}, of another device. */
    Stream stream(CameraDevice another) throws Exception {
        RecordingSink sink = releasing();
        CameraSession session = open(another, sink);
        return start(session, sink, smallest(session));
    }

    Stream start(CameraSession session, RecordingSink sink, VideoMode mode) throws Exception {
        long before = sink.count();
        start(session, mode);
        requireFrames(sink, before + 1, "after start(" + mode + ")");
        return new Stream(session, sink, mode);
    }

    void start(CameraSession session, VideoMode mode) throws Exception {
        calls.run("start(" + mode + ")", () -> session.start(mode));
    }

    void stop(CameraSession session) throws Exception {
        calls.run("stop()", session::stop);
    }

    void close(CameraSession session) throws Exception {
        calls.run("close()", session::close);
    }

    void requireFrames(RecordingSink sink, long total, String when) {
        requireFrames(Clause.STARTED_STREAM, sink, total, when);
    }

    void requireFrames(Clause clause, RecordingSink sink, long total, String when) {
        clause.require(
                sink.awaitFrames(total),
                "only " + sink.count() + " of " + total + " frames came within " + contract.patience() + " " + when
                        + "; ended: " + sink.ends());
    }

    void requireSilence(Clause clause, RecordingSink sink, VideoMode mode, String when) {
        clause.require(
                sink.awaitSilence(silence(mode), Long.MAX_VALUE),
                "frames still came after " + contract.patience() + " " + when);
    }

    /** The mode with the smallest pictures; it tests everything that is not about a certain mode. */
    static VideoMode smallest(CameraSession session) {
        return session.modes().stream()
                .min(Comparator.comparingLong((VideoMode mode) -> (long) mode.width() * mode.height())
                        .thenComparing(VideoMode::frameRate, Comparator.reverseOrder()))
                .orElseThrow(() -> Clause.MODES.broken("modes() of an open session is empty"));
    }

    /**
     * How long to look for frames that must not come. It decides how surely a wrong provider is found; a right one passes
     * however long it is.
     */
    static Duration silence(VideoMode mode) {
        Duration frames = Duration.ofNanos((long) (SILENT_FRAMES * 1e9 / mode.frameRate()));
        Duration atLeast = frames.compareTo(SHORTEST_SILENCE) < 0 ? SHORTEST_SILENCE : frames;
        return atLeast.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : atLeast;
    }

    /** Requires that a call failed as one of a camera does. */
    static CameraException requireCameraException(Clause clause, String what, Optional<Throwable> failure) {
        Throwable thrown = failure.orElseThrow(() -> clause.broken(what + " threw nothing"));
        if (thrown instanceof CameraException exception) {
            return exception;
        }
        throw clause.broken(what + " threw " + thrown, thrown);
    }

    /** Requires that a call failed because the session is closed. */
    static void requireLost(Clause clause, String what, Optional<Throwable> failure) {
        CameraException exception = requireCameraException(clause, what, failure);
        if (exception.reason() != CameraException.Reason.LOST) {
            throw clause.broken(what + " threw " + exception.reason() + " instead of LOST", exception);
        }
    }

    /** Ends everything, and looks at what must be so at the end of every test. */
    @Override
    public void close() throws Exception {
        try {
            for (CameraSession session : sessions) {
                close(session);
            }
            sinks.forEach(RecordingSink::releaseAll);
        } finally {
            contract.release(device);
        }
        for (RecordingSink sink : sinks) {
            Clause.ONE_THREAD_AT_A_TIME.require(
                    sink.mostThreadsAtOnce() <= 1, sink.mostThreadsAtOnce() + " threads were in the sink at once");
            for (Throwable failure : sink.failures()) {
                throw Clause.LATE_RELEASE.broken("in the sink: " + failure, failure);
            }
        }
    }
}
