// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.StillCamera;
import org.mediacapture.provider.VideoMode;

/** Opened, started, stopped, closed. Confined to the thread of the test. */
final class LifeCycleChecks {
    private static final int ROUNDS = 3;

    private final Bench bench;

    LifeCycleChecks(Bench bench) {
        this.bench = bench;
    }

    void startedStream() throws Exception {
        RecordingSink sink = bench.releasing();
        CameraSession session = bench.open(sink);
        Clause.STARTED_STREAM.require(
                !sink.awaitFrames(1, Bench.silence(Bench.smallest(session))), "a frame came before start()");
        for (int round = 0; round < ROUNDS; round++) {
            Bench.Stream stream = bench.start(session, sink, session.modes().get(0));
            bench.requireFrames(sink, sink.count() + 2, "in round " + round + " of start(" + stream.mode() + ")");
            bench.stop(session);
        }
    }

    void stoppedStream() throws Exception {
        RecordingSink sink = bench.releasing();
        CameraSession session = bench.open(sink);
        VideoMode mode = Bench.smallest(session);
        for (int round = 0; round < ROUNDS; round++) {
            bench.start(session, sink, mode);
            bench.stop(session);
            long before = sink.count();
            Clause.STOPPED_STREAM.require(
                    !sink.awaitFrames(before + 1, Bench.silence(mode)), "a frame came after stop() had returned");
        }
    }

    void stopWithoutStart() throws Exception {
        RecordingSink sink = bench.releasing();
        CameraSession session = bench.open(sink);
        requireNoFailure(session, "before start()");
        bench.start(session, sink, Bench.smallest(session));
        bench.stop(session);
        requireNoFailure(session, "after stop()");
        bench.start(session, sink, Bench.smallest(session));
    }

    private void requireNoFailure(CameraSession session, String when) {
        Optional<Throwable> failure = bench.calls().failure("stop()", session::stop);
        Clause.STOP_WITHOUT_START.require(failure.isEmpty(), "stop() " + when + " threw " + failure);
    }

    void startTwice() throws Exception {
        Bench.Stream stream = bench.stream(bench.releasing());
        Optional<Throwable> refusal =
                bench.calls().failure("start() again", () -> stream.session().start(stream.mode()));
        Clause.START_TWICE.require(refusal.isPresent(), "a second start() without stop() was accepted");
        bench.requireFrames(
                Clause.START_TWICE, stream.sink(), stream.sink().count() + 2, "after a second start() was refused");
        bench.stop(stream.session());
    }

    void foreignMode() throws Exception {
        RecordingSink sink = bench.releasing();
        CameraSession session = bench.open(sink);
        VideoMode own = Bench.smallest(session);
        int widest = session.modes().stream().mapToInt(VideoMode::width).max().orElseThrow();
        VideoMode foreign = new VideoMode(widest + 2, own.height(), own.frameRate(), own.format());
        Optional<Throwable> refusal = bench.calls().failure("start(foreign)", () -> session.start(foreign));
        Clause.FOREIGN_MODE.require(
                refusal.isPresent(), "start(" + foreign + ") was accepted; modes() is " + session.modes());
        bench.calls().run("start(own)", () -> session.start(own));
        bench.requireFrames(Clause.FOREIGN_MODE, sink, 1, "of the camera's own mode, after a foreign one was refused");
    }

    void everyMode() throws Exception {
        RecordingSink sink = bench.releasing();
        CameraSession session = bench.open(sink);
        for (VideoMode mode : sample(session.modes())) {
            AtomicReference<AssertionError> fault = new AtomicReference<>();
            sink.onFrame(frame -> look(frame, actual(sink, mode), fault));
            bench.start(session, sink, mode);
            bench.requireFrames(sink, sink.count() + 1, "in the mode " + mode);
            bench.stop(session);
            if (fault.get() != null) {
                throw fault.get();
            }
        }
    }

    private static void look(ReceivedFrame frame, VideoMode mode, AtomicReference<AssertionError> fault) {
        try {
            FrameShape.require(frame.data(), mode);
        } catch (AssertionError e) {
            fault.compareAndSet(null, e);
        }
    }

    /** The mode told last, or else the one started. */
    static VideoMode actual(RecordingSink sink, VideoMode started) {
        List<VideoMode> told = sink.modes();
        return told.isEmpty() ? started : told.get(told.size() - 1);
    }

    /** A few modes: the default, the smallest, the largest, one of each format, and more in their order. */
    private List<VideoMode> sample(List<VideoMode> modes) {
        Comparator<VideoMode> bySize = Comparator.comparingLong(mode -> (long) mode.width() * mode.height());
        Set<VideoMode> chosen = new LinkedHashSet<>();
        chosen.add(modes.get(0));
        chosen.add(modes.stream().min(bySize).orElseThrow());
        chosen.add(modes.stream().max(bySize).orElseThrow());
        modes.stream()
                .filter(mode -> chosen.stream().noneMatch(other -> other.format() == mode.format()))
                .toList()
                .forEach(chosen::add);
        chosen.addAll(modes);
        return new ArrayList<>(chosen)
                .subList(0, Math.min(chosen.size(), bench.contract().modesTried()));
    }

    void closeTwice() throws Exception {
        for (int stage = 0; stage < ROUNDS; stage++) {
            RecordingSink sink = bench.releasing();
            CameraSession session = bench.open(sink);
            if (stage > 0) {
                bench.start(session, sink, Bench.smallest(session));
            }
            if (stage > 1) {
                bench.stop(session);
            }
            Calls.Pending<Void> one = bench.calls().start("close()", session::close);
            Calls.Pending<Void> other = bench.calls().start("close() at the same time", session::close);
            for (Calls.Pending<Void> closing : List.of(one, other)) {
                Optional<Throwable> failure = closing.failure(Clause.CLOSE_TWICE);
                Clause.CLOSE_TWICE.require(failure.isEmpty(), "one of two calls of close() threw " + failure);
            }
            Optional<Throwable> failure = bench.calls().failure("close() again", session::close);
            Clause.CLOSE_TWICE.require(failure.isEmpty(), "a second close() threw " + failure);
        }
    }

    void closedIsLost() throws Exception {
        RecordingSink sink = bench.releasing();
        CameraSession session = bench.open(sink);
        VideoMode mode = Bench.smallest(session);
        Optional<StillCamera> still = session.still();
        bench.start(session, sink, mode);
        bench.close(session);
        requireLost("settings()", session::settings);
        requireLost("apply()", () -> session.apply(MediaTrackSettings.empty()));
        requireLost("start()", () -> session.start(mode));
        requireLost("stop()", session::stop);
        if (still.isPresent()) {
            requireLost("still().takePhoto()", () -> still.get().takePhoto(PhotoSettings.none()));
            requireLost("still().settings()", () -> still.get().settings());
        }
    }

    private void requireLost(String what, Calls.Action call) {
        Bench.requireLost(
                Clause.CLOSED_IS_LOST, what + " after close()", bench.calls().failure(what, call));
    }

    void closedStream() throws Exception {
        Bench.Stream stream = bench.stream(bench.releasing());
        bench.close(stream.session());
        bench.requireSilence(Clause.CLOSED_STREAM, stream.sink(), stream.mode(), "after close()");
    }

    void closeFromCaptureThread() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        RecordingSink sink = bench.releasing();
        CameraSession session = bench.open(sink);
        sink.onFrame(frame -> {
            arrived.countDown();
            session.close();
            closed.countDown();
        });
        VideoMode mode = Bench.smallest(session);
        // The camera may be closed by its first frame before start() returns.
        Optional<Throwable> failure = bench.calls().failure("start()", () -> session.start(mode));
        if (failure.isPresent()) {
            Bench.requireLost(Clause.CLOSE_FROM_CAPTURE_THREAD, "start()", failure);
        }
        // A camera that sends nothing is another mistake than one that waits for itself.
        Clause.STARTED_STREAM.require(
                arrived.await(bench.contract().patience().toNanos(), TimeUnit.NANOSECONDS),
                "no frame came within " + bench.contract().patience() + " after start(" + mode + ")");
        Clause.CLOSE_FROM_CAPTURE_THREAD.require(
                closed.await(bench.contract().patience().toNanos(), TimeUnit.NANOSECONDS),
                "close() inside sink.frame() did not come back within "
                        + bench.contract().patience());
        bench.requireSilence(Clause.CLOSE_FROM_CAPTURE_THREAD, sink, mode, "after close() inside sink.frame()");
        Bench.requireLost(
                Clause.CLOSE_FROM_CAPTURE_THREAD,
                "settings() after it was closed by its capture thread",
                bench.calls().failure("settings()", session::settings));
    }
}
