// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.fixtures.LogRecords;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.testkit.RecordingSink;

/** The capture thread is held up in the sink. */
class WebcamSessionTest {
    private static final Duration ENOUGH = Duration.ofSeconds(30);
    private static final VideoMode MODE = new VideoMode(64, 48, 25, PixelFormat.BGR24);
    private static final Set<Thread.State> WAITING_OR_OVER =
            EnumSet.of(Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final CountDownLatch delivering = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final RecordingSink sink = RecordingSink.releasing(ENOUGH);
    private final LogRecords log = new LogRecords(Capture.class);
    private final WebcamSession session = new WebcamSession(
            new Target("http://host/", "test", ENOUGH, List.of(), false),
            mode -> interruption -> new Source(),
            sink,
            closed -> {},
            ENOUGH);

    @BeforeEach
    void deliver() throws Exception {
        sink.onFrame(frame -> {
            delivering.countDown();
            Awaitility.await().atMost(ENOUGH).until(() -> go.getCount() == 0);
            events.add("delivered");
        });
        session.open();
        session.start(MODE);
        Awaitility.await().atMost(ENOUGH).until(() -> delivering.getCount() == 0);
    }

    @AfterEach
    void forget() {
        log.close();
    }

    @Test
    void theSecondCloseWaitsForTheCaptureAsTheFirstDoes() throws Exception {
        Thread.currentThread().interrupt();
        session.close();
        assertThat(Thread.interrupted()).isTrue();

        closeWhileDelivering();

        assertThat(events).containsExactly("delivered", "source closed", "closed");
    }

    @Test
    void closingWaitsForACaptureThatWasStopped() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(session::stop).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();

        closeWhileDelivering();

        assertThat(events).containsExactly("delivered", "source closed", "closed");
    }

    @Test
    void aCancelledCaptureThatFailsIsNoFailure() throws Exception {
        closeWhileDelivering();

        assertThat(log.levels()).containsOnly(Level.FINE);
        assertThat(sink.ends()).isEmpty();
    }

    private void closeWhileDelivering() throws InterruptedException {
        Thread closer = new Thread(() -> {
            session.close();
            events.add("closed");
        });
        closer.start();
        Awaitility.await().atMost(ENOUGH).until(() -> WAITING_OR_OVER.contains(closer.getState()));
        go.countDown();
        closer.join();
    }

    /** One picture, and then a class that is missing. */
    private final class Source implements FrameSource {
        private final Pictures pictures = new Pictures(MODE);

        @Override
        public VideoMode mode() {
            return MODE;
        }

        @Override
        public boolean next(FrameOutlet outlet) {
            pictures.lend(MODE.width(), MODE.height(), picture -> {}, outlet);
            throw new NoClassDefFoundError("Missing");
        }

        @Override
        public void close() {
            events.add("source closed");
        }
    }
}
