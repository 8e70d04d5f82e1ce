// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.libs.javacv.FFmpeg;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.testkit.RecordingSink;

class JavacvSessionTest {
    private static final CameraPlan PLAN = Plans.of("lavfi:testsrc2=size=64x48:rate=50");
    private static final Duration ENOUGH = Duration.ofSeconds(30);
    private static final Set<Thread.State> WAITING_OR_OVER =
            EnumSet.of(Thread.State.TIMED_WAITING, Thread.State.TERMINATED);
    private static Interrupts interrupts;

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final CountDownLatch delivering = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final RecordingSink sink = RecordingSink.releasing(ENOUGH);
    private final JavacvSession session =
            new JavacvSession(PLAN, new FrameSources(interrupts).of(PLAN), sink, closed -> {}, ENOUGH);

    @BeforeAll
    static void load() {
        FFmpeg.load();
        interrupts = new Interrupts();
    }

    @AfterAll
    static void free() {
        interrupts.close();
    }

    /** The capture thread is held up in the sink. */
    @BeforeEach
    void deliver() throws Exception {
        sink.onFrame(frame -> {
            delivering.countDown();
            Awaitility.await().atMost(ENOUGH).until(() -> go.getCount() == 0);
            events.add("delivered");
        });
        session.open();
        session.start(session.modes().get(0));
        Awaitility.await().atMost(ENOUGH).until(() -> delivering.getCount() == 0);
    }

    @Test
    void theSecondCloseWaitsForTheCaptureAsTheFirstDoes() throws Exception {
        Thread.currentThread().interrupt();
        session.close();
        assertThat(Thread.interrupted()).isTrue();

        closeWhileDelivering();

        assertThat(events).containsExactly("delivered", "closed");
    }

    @Test
    void closingWaitsForACaptureThatWasStopped() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(session::stop).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();

        closeWhileDelivering();

        assertThat(events).containsExactly("delivered", "closed");
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
}
