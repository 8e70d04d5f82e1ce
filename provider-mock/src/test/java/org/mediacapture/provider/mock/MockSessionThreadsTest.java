// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mediacapture.provider.mock.MockCameras.I420;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.VideoMode;

/** Sessions on the real timer: which thread meets which. */
class MockSessionThreadsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final VideoMode FAST = MockMode.parse("64x48@1000");

    private final MockTimer timer = new MockTimer();
    private final MockDevice device =
            MockCameras.device(timer, Map.of("modes", new String[] {"160x120@30", "64x48@1000"}));
    private final RecordingSink sink = RecordingSink.releasing();

    @AfterEach
    void close() {
        device.close();
        timer.close();
    }

    @Test
    void framesComeOnAThreadWithTheNameOfTheCamera() throws CameraException {
        device.open(sink).start(I420);
        Awaitility.await().atMost(PATIENCE).until(() -> sink.frames.size() >= 3);
        assertThat(sink.frames).extracting(RecordingSink.Frame::thread).containsOnly("camera-door");
        assertThat(sink.frames).extracting(RecordingSink.Frame::timestamp).isSorted();
        assertThat(sink.frames.get(0).timestamp()).isLessThanOrEqualTo(System.nanoTime());
    }

    @Test
    void noFrameReachesTheSinkAfterStopReturned() throws CameraException {
        CameraSession session = device.open(sink);
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicInteger late = new AtomicInteger();
        sink.onFrame(frame -> {
            if (stopped.get()) {
                late.incrementAndGet();
            }
        });
        for (int i = 0; i < 200; i++) {
            int before = sink.frames.size();
            stopped.set(false);
            session.start(FAST);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> sink.frames.size() > before);
            session.stop();
            stopped.set(true);
        }
        assertThat(late).hasValue(0);
        assertThat(sink.sequences()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void stopWaitsForTheFrameInTheSinkAndEndsByInterruptAndByClose() throws Exception {
        CameraSession session = device.open(sink);
        CountDownLatch inSink = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        sink.onFrame(frame -> {
            inSink.countDown();
            awaitQuietly(leave);
        });
        session.start(I420);
        assertThat(inSink.await(30, TimeUnit.SECONDS)).isTrue();
        Thread.currentThread().interrupt();
        assertThatThrownBy(session::stop).isInstanceOf(CameraException.class).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread stopping = new Thread(() -> {
            try {
                session.stop();
            } catch (CameraException e) {
                outcome.complete(e);
            }
        });
        stopping.start();
        Awaitility.await().atMost(PATIENCE).until(() -> stopping.getState() == Thread.State.WAITING);
        session.close();
        assertThat(outcome)
                .succeedsWithin(PATIENCE)
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(CameraException.Reason.LOST));
        leave.countDown();
    }

    @Test
    void stopAndCloseMayComeFromTheSink() throws CameraException {
        CameraSession session = device.open(sink);
        CompletableFuture<String> done = new CompletableFuture<>();
        sink.onFrame(frame -> {
            try {
                session.stop();
                session.close();
                done.complete("done");
            } catch (CameraException e) {
                done.completeExceptionally(e);
            }
        });
        session.start(I420);
        assertThat(done).succeedsWithin(PATIENCE).isEqualTo("done");
        assertThatThrownBy(session::settings).isInstanceOf(CameraException.class);
    }

    @Test
    void closingFromManyThreadsWhileFramesComeLosesNothing() throws CameraException {
        for (int i = 0; i < 50; i++) {
            CameraSession session = device.open(sink);
            session.start(FAST);
            CompletableFuture<Void> one = CompletableFuture.runAsync(session::close);
            CompletableFuture<Void> other = CompletableFuture.runAsync(session::close);
            assertThat(CompletableFuture.allOf(one, other)).succeedsWithin(PATIENCE);
            assertThatThrownBy(session::stop).isInstanceOf(CameraException.class);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
