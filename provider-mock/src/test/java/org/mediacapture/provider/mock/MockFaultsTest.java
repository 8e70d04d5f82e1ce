// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mediacapture.provider.mock.MockCameras.I420;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraSession;

/** Calls that fail, block and hang, and what ends them. */
class MockFaultsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ManualTimer timer = new ManualTimer(0);
    private final RecordingSink sink = RecordingSink.releasing();

    private interface Work {
        void run() throws CameraException;
    }

    /** A call on a thread of its own, and how it ended. */
    private record Call(Thread thread, CompletableFuture<Throwable> outcome) {
        static final Throwable SUCCESS = new Throwable("the call returned");

        static Call begin(Work work) {
            CompletableFuture<Throwable> outcome = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                try {
                    work.run();
                    outcome.complete(SUCCESS);
                } catch (CameraException | RuntimeException e) {
                    outcome.complete(e);
                }
            });
            thread.setDaemon(true);
            thread.start();
            return new Call(thread, outcome);
        }

        static Call blocked(Work work) {
            Call call = begin(work);
            Awaitility.await().atMost(PATIENCE).until(() -> call.thread.getState() == Thread.State.WAITING);
            return call;
        }

        static Call waiting(Work work) {
            Call call = begin(work);
            Awaitility.await().atMost(PATIENCE).until(() -> call.thread.getState() == Thread.State.TIMED_WAITING);
            return call;
        }

        void endsWith(Reason reason) {
            assertThat(outcome)
                    .succeedsWithin(PATIENCE)
                    .isInstanceOfSatisfying(
                            CameraException.class, e -> assertThat(e.reason()).isEqualTo(reason));
        }

        void returns() {
            assertThat(outcome).succeedsWithin(PATIENCE).isSameAs(SUCCESS);
        }
    }

    private static Work work(CameraSession session, String call) {
        return switch (call) {
            case "start" -> () -> session.start(I420);
            case "settings" -> session::settings;
            case "apply" -> () -> session.apply(MediaTrackSettings.empty());
            case "photo" -> () -> session.still().orElseThrow().takePhoto(PhotoSettings.none());
            default -> session::stop;
        };
    }

    @ParameterizedTest
    @CsvSource({"fails,FAILED", "busy,BUSY", "denied,DENIED", "lost,LOST"})
    void openFailsAsItsFaultSays(String kind, Reason reason) {
        assertThatThrownBy(() -> MockCameras.faulty(timer, "open-" + kind).open(sink))
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining("mock:door: open: ");
    }

    @ParameterizedTest
    @CsvSource({
        "start,busy,BUSY",
        "settings,fails,FAILED",
        "apply,fails,FAILED",
        "photo,fails,FAILED",
        "photo,lost,LOST"
    })
    void aCallOfTheSessionFailsAsItsFaultSays(String call, String kind, Reason reason) throws CameraException {
        CameraSession session = MockCameras.faulty(timer, call + "-" + kind).open(sink);
        assertThatThrownBy(() -> work(session, call).run())
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining("mock:door: " + call + ": ");
    }

    @Test
    void stopFailsOnlyWhenStarted() throws CameraException {
        CameraSession session = MockCameras.faulty(timer, "stop-fails=1").open(sink);
        session.stop();
        session.start(I420);
        assertThatThrownBy(session::stop).isInstanceOf(CameraException.class);
        session.stop();
        timer.advance(1_000_000_000);
        assertThat(sink.frames).isEmpty();
    }

    @Test
    void aFaultWithACountGoesAwayAfterIt() throws CameraException {
        MockDevice device = MockCameras.faulty(timer, "open-fails=2");
        assertThatThrownBy(() -> device.open(sink)).isInstanceOf(CameraException.class);
        assertThatThrownBy(() -> device.open(sink)).isInstanceOf(CameraException.class);
        assertThat(device.open(sink).modes()).isNotEmpty();
    }

    @Test
    void openBlocksUntilInterrupted() {
        MockDevice device = MockCameras.faulty(timer, "open-blocks");
        Call open = Call.blocked(() -> device.open(sink));
        open.thread().interrupt();
        open.endsWith(Reason.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open-blocks", "open-hangs"})
    void openEndsWhenTheCameraIsRemoved(String fault) {
        MockDevice device = MockCameras.faulty(timer, fault);
        Call open = Call.blocked(() -> device.open(sink));
        device.close();
        open.endsWith(Reason.LOST);
    }

    @Test
    void openThatHangsIgnoresInterruption() {
        MockDevice device = MockCameras.faulty(timer, "open-hangs");
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Call open = Call.blocked(() -> {
            try {
                device.open(sink);
            } finally {
                interrupted.complete(Thread.currentThread().isInterrupted());
            }
        });
        open.thread().interrupt();
        Awaitility.await().atMost(PATIENCE).until(() -> !open.thread().isInterrupted());
        Awaitility.await().atMost(PATIENCE).until(() -> open.thread().getState() == Thread.State.WAITING);
        assertThat(open.outcome()).isNotDone();
        device.close();
        open.endsWith(Reason.LOST);
        assertThat(interrupted).as("the thread learns afterwards").isCompletedWithValue(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "settings", "apply", "photo"})
    void aBlockedCallEndsByInterruptAndByClose(String call) throws CameraException {
        MockDevice device = MockCameras.faulty(timer, call + "-blocks");
        CameraSession session = device.open(sink);
        Call interrupted = Call.blocked(work(session, call));
        interrupted.thread().interrupt();
        interrupted.endsWith(Reason.FAILED);
        Call lost = Call.blocked(work(session, call));
        session.close();
        lost.endsWith(Reason.LOST);
    }

    @Test
    void aCallThatHangsEndsOnlyWhenTheCameraIsRemoved() throws CameraException {
        MockDevice device = MockCameras.faulty(timer, "apply-hangs");
        CameraSession session = device.open(sink);
        Call apply = Call.blocked(work(session, "apply"));
        session.close();
        apply.thread().interrupt();
        Awaitility.await().atMost(PATIENCE).until(() -> !apply.thread().isInterrupted());
        assertThat(apply.outcome()).isNotDone();
        device.close();
        apply.endsWith(Reason.LOST);
    }

    @Test
    void closeBlocksUntilInterruptedAndEverythingElseIsOver() throws CameraException {
        MockDevice device = MockCameras.faulty(timer, "close-blocks");
        CameraSession session = device.open(sink);
        session.start(I420);
        Call close = Call.blocked(session::close);
        timer.advance(1_000_000_000);
        assertThat(sink.frames).isEmpty();
        assertThatThrownBy(session::settings).isInstanceOf(CameraException.class);
        session.close();
        close.thread().interrupt();
        close.returns();
    }

    @ParameterizedTest
    @ValueSource(strings = {"close-blocks", "close-hangs"})
    void removingTheCameraDoesNotBlockAndEndsACloseThatDoes(String fault) throws CameraException {
        MockDevice device = MockCameras.faulty(timer, fault);
        CameraSession stuck = device.open(sink);
        CameraSession open = device.open(sink);
        Call close = Call.blocked(stuck::close);
        Call.begin(device::close).returns();
        close.returns();
        assertThatThrownBy(open::settings).isInstanceOf(CameraException.class);
    }

    @Test
    void closeFromTheTimersThreadNeverBlocksIt() throws Exception {
        MockTimer real = new MockTimer();
        try {
            MockDevice device = MockCameras.faulty(real, "close-hangs");
            CompletableFuture<CameraSession> session = new CompletableFuture<>();
            CountDownLatch closed = new CountDownLatch(1);
            sink.onFrame(frame -> {
                session.join().close();
                closed.countDown();
            });
            session.complete(device.open(sink));
            session.join().start(I420);
            assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            real.close();
        }
    }

    @Test
    void anExclusiveCameraIsBusyUntilItsCloseIsThrough() throws CameraException {
        MockDevice device =
                MockCameras.device(timer, Map.of("exclusive", true, "faults", new String[] {"close-blocks=1"}));
        CameraSession first = device.open(sink);
        assertThatThrownBy(() -> device.open(sink))
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BUSY));
        Call close = Call.blocked(first::close);
        assertThatThrownBy(() -> device.open(sink)).isInstanceOf(CameraException.class);
        close.thread().interrupt();
        close.returns();
        device.open(sink).close();
        assertThat(device.open(sink).modes()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "settings", "apply", "photo", "stop"})
    void aSlowCallSucceedsInTheEnd(String call) throws CameraException {
        CameraSession session = MockCameras.faulty(timer, call + "-takes=1").open(sink);
        if (call.equals("stop")) {
            session.start(I420);
        }
        Call.begin(work(session, call)).returns();
        assertThat(session.settings().properties()).hasSize(17);
    }

    @Test
    void aSlowOpenSucceedsInTheEndAndMayFailAfterIt() throws CameraException {
        MockDevice device = MockCameras.faulty(timer, "open-takes=1", "open-busy=1");
        assertThatThrownBy(() -> device.open(sink))
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BUSY));
        assertThat(device.open(sink).modes()).isNotEmpty();
    }

    @Test
    void aSlowOpenEndsByInterruptAndByRemoval() {
        MockDevice device = MockCameras.faulty(timer, "open-takes=86400000");
        Call interrupted = Call.waiting(() -> device.open(sink));
        interrupted.thread().interrupt();
        interrupted.endsWith(Reason.FAILED);
        Call removed = Call.waiting(() -> device.open(sink));
        device.close();
        removed.endsWith(Reason.LOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "settings", "apply", "photo"})
    void aSlowCallEndsByClose(String call) throws CameraException {
        CameraSession session =
                MockCameras.faulty(timer, call + "-takes=86400000").open(sink);
        Call slow = Call.waiting(work(session, call));
        session.close();
        slow.endsWith(Reason.LOST);
    }

    @Test
    void aSlowCloseEndsByRemovalAndByInterrupt() throws CameraException {
        MockDevice device = MockCameras.faulty(timer, "close-takes=86400000");
        CameraSession one = device.open(sink);
        CameraSession other = device.open(sink);
        Call interrupted = Call.waiting(one::close);
        interrupted.thread().interrupt();
        interrupted.returns();
        Call removed = Call.waiting(other::close);
        device.close();
        removed.returns();
    }

    @Test
    void aControlThatCannotBeSetFailsAndNothingIsMoved() throws CameraException {
        CameraSession session = MockCameras.faulty(timer, "apply-fails-on=zoom").open(sink);
        MediaTrackSettings both = MediaTrackSettings.fromMap(Map.of("zoom", 2, "contrast", 50), List.of());
        assertThatThrownBy(() -> session.apply(both))
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FAILED))
                .hasMessage("mock:door: apply: zoom cannot be set, as its faults say");
        assertThat(session.settings().toMap()).containsEntry("contrast", 100.0);
        assertThat(session.apply(MediaTrackSettings.fromMap(Map.of("contrast", 50), List.of()))
                        .toMap())
                .containsEntry("contrast", 50.0);
    }
}
