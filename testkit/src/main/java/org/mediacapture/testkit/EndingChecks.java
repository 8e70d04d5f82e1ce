// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;

/** Everything that ends a call or a camera from outside. Confined to the thread of the test. */
final class EndingChecks {
    private static final int RACES = 10;
    private static final int CYCLES = 20;
    /** Threads of a pool that all cameras share, at most; one thread for each session would be {@link #CYCLES}. */
    private static final int SHARED_THREADS = 5;

    private final Bench bench;

    EndingChecks(Bench bench) {
        this.bench = bench;
    }

    void closeWhileReading() throws Exception {
        for (int race = 0; race < RACES; race++) {
            Bench.Stream stream = bench.stream(bench.releasing());
            bench.calls()
                    .start("close()", stream.session()::close)
                    .await(bench.contract().patience(), Clause.CLOSE_ENDS_CALLS);
            bench.requireSilence(Clause.CLOSED_STREAM, stream.sink(), stream.mode(), "after close()");
        }
    }

    void closeDuringStart() throws Exception {
        for (int race = 0; race < RACES; race++) {
            RecordingSink sink = bench.releasing();
            CameraSession session = bench.open(sink);
            VideoMode mode = Bench.smallest(session);
            CountDownLatch go = new CountDownLatch(1);
            Calls.Pending<Void> starting = bench.calls().start("start() during close()", () -> {
                go.await();
                session.start(mode);
            });
            Calls.Pending<Void> closing = bench.calls().start("close() during start()", () -> {
                go.await();
                session.close();
            });
            go.countDown();
            requireEnded(starting, closing);
            bench.requireSilence(Clause.CLOSED_STREAM, sink, mode, "after close() during start()");
        }
    }

    private static void requireEnded(Calls.Pending<Void> starting, Calls.Pending<Void> closing) {
        Optional<Throwable> closeFailure = closing.failure(Clause.CLOSE_ENDS_CALLS);
        Clause.CLOSE_ENDS_CALLS.require(closeFailure.isEmpty(), "close() during start() threw " + closeFailure);
        Optional<Throwable> startFailure = starting.failure(Clause.CLOSE_ENDS_CALLS);
        if (startFailure.isPresent()) {
            Bench.requireLost(Clause.CLOSE_ENDS_CALLS, "start() during close()", startFailure);
        }
    }

    void closeEndsABlockedStart() throws Exception {
        CameraDevice blocking =
                special("deviceThatBlocksStarting", bench.contract().deviceThatBlocksStarting());
        RecordingSink sink = bench.releasing();
        CameraSession session = bench.open(blocking, sink);
        Calls.Pending<Void> starting =
                bench.calls().start("start() of a camera that blocks", () -> session.start(Bench.smallest(session)));
        awaitWaiting(starting);
        requireEnded(starting, bench.calls().start("close() during start()", session::close));
    }

    void interruptEndsABlockedOpen() {
        CameraDevice blocking =
                special("deviceThatBlocksOpening", bench.contract().deviceThatBlocksOpening());
        RecordingSink sink = bench.releasing();
        requireInterrupted("open() of a camera that blocks", () -> bench.closing(blocking.open(sink)));
    }

    void interruptEndsABlockedStart() throws Exception {
        CameraDevice blocking =
                special("deviceThatBlocksStarting", bench.contract().deviceThatBlocksStarting());
        RecordingSink sink = bench.releasing();
        CameraSession session = bench.open(blocking, sink);
        requireInterrupted("start() of a camera that blocks", () -> session.start(Bench.smallest(session)));
    }

    private void requireInterrupted(String what, Calls.Action call) {
        Calls.Pending<Void> pending = bench.calls().start(what, call);
        awaitWaiting(pending);
        pending.thread().interrupt();
        Bench.requireCameraException(
                Clause.INTERRUPT_ENDS_CALLS, "the interrupted " + what, pending.failure(Clause.INTERRUPT_ENDS_CALLS));
    }

    /** Until the call has come to a wait, or is somewhere in a library, which looks the same from outside. */
    private void awaitWaiting(Calls.Pending<Void> pending) {
        long deadline = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (pending.thread().isAlive()
                && pending.thread().getState() != Thread.State.WAITING
                && pending.thread().getState() != Thread.State.TIMED_WAITING
                && deadline - System.nanoTime() > 0) {
            Thread.onSpinWait();
        }
    }

    /** With the interrupt set from the beginning, a call ends, well or with a CameraException. */
    void interruptBefore() throws Exception {
        RecordingSink sink = bench.releasing();
        List<CameraSession> opened = new ArrayList<>();
        endsWell("open()", () -> opened.add(bench.device().open(sink)));
        for (CameraSession session : opened) {
            bench.closing(session);
            VideoMode mode = Bench.smallest(session);
            endsWell("start()", () -> session.start(mode));
            endsWell("settings()", session::settings);
            endsWell("stop()", session::stop);
            bench.close(session);
            bench.requireSilence(Clause.CLOSED_STREAM, sink, mode, "after close()");
        }
        bench.stream(bench.releasing());
    }

    private void endsWell(String what, Calls.Action call) {
        Optional<Throwable> failure = bench.calls()
                .start("interrupted " + what, () -> {
                    Thread.currentThread().interrupt();
                    call.run();
                })
                .failure(Clause.INTERRUPT_ENDS_CALLS);
        Clause.INTERRUPT_ENDS_CALLS.require(
                failure.isEmpty() || failure.get() instanceof CameraException,
                what + " of an interrupted thread threw " + failure + " instead of a CameraException");
    }

    void threadsEnd() throws Exception {
        cycle();
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        for (int i = 0; i < CYCLES; i++) {
            cycle();
        }
        long deadline = System.nanoTime() + bench.contract().patience().toNanos();
        List<Thread> left = newThreads(before);
        while (left.size() > SHARED_THREADS && deadline - System.nanoTime() > 0) {
            left.get(0)
                    .join(Math.max(
                            1, Duration.ofNanos(deadline - System.nanoTime()).toMillis() / CYCLES));
            left = newThreads(before);
        }
        Clause.THREADS_END.require(
                left.size() <= SHARED_THREADS,
                left.size() + " new threads are alive after " + CYCLES + " sessions were closed: "
                        + left.stream().map(Thread::getName).collect(Collectors.joining(", ")));
    }

    private void cycle() throws Exception {
        bench.close(bench.stream(bench.releasing()).session());
    }

    private static List<Thread> newThreads(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && !thread.getName().startsWith(Calls.THREADS))
                .collect(Collectors.toList());
    }

    void silentCamera() throws Exception {
        Bench.Stream stream =
                bench.stream(special("deviceThatFallsSilent", bench.contract().deviceThatFallsSilent()));
        bench.requireSilence(Clause.CALLS_COME_BACK, stream.sink(), stream.mode(), "though the device falls silent");
        bench.calls().start("stop() of a silent camera", stream.session()::stop).failure();
        bench.close(stream.session());
    }

    void unplug() throws Exception {
        Bench.Stream stream =
                bench.stream(special("deviceThatIsUnplugged", bench.contract().deviceThatIsUnplugged()));
        RecordingSink sink = stream.sink();
        Clause.END_IS_TOLD.require(sink.awaitEnd(), "ended() was not called when the camera was unplugged");
        Clause.END_IS_TOLD.require(
                sink.ends().get(0).cause() != EndCause.FINISHED
                        && !sink.ends().get(0).message().isBlank(),
                "ended() was called with " + sink.ends());
        long frames = sink.count();
        Clause.END_IS_TOLD.require(
                !sink.awaitFrames(frames + 1, Bench.silence(stream.mode())), "a frame came after ended()");
        bench.close(stream.session());
        Clause.END_IS_TOLD.require(sink.ends().size() == 1, "ended() was called more than once: " + sink.ends());
    }

    private static CameraDevice special(String hook, Optional<CameraDevice> device) {
        return device.orElseGet(() -> Assumptions.abort("override " + hook + "() to have this tested"));
    }
}
