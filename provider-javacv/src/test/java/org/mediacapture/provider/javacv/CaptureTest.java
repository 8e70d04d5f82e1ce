// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.fixtures.LogRecords;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.testkit.RecordingSink;
import org.mediacapture.testkit.RecordingSink.End;

class CaptureTest {
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    private final Source source = new Source();
    private final RecordingSink sink = RecordingSink.releasing(ENOUGH);
    private final LogRecords log = new LogRecords(Capture.class);
    private final Capture capture =
            new Capture(Plans.of("http://host/"), source, new Interruption(), new FrameNumbers(), sink);

    @AfterEach
    void forget() {
        log.close();
    }

    @Test
    void aCaptureThatFailsIsLoggedAndTold() throws Exception {
        source.error = new NoClassDefFoundError("Missing");
        fail();

        assertThat(log.levels()).containsOnlyOnce(Level.SEVERE);
        assertThat(sink.ends()).extracting(End::cause).containsExactly(EndCause.FAILED);
        assertThat(source.closed.getCount()).isZero();
    }

    @Test
    void aCancelledCaptureThatFailsIsNoFailure() throws Exception {
        source.error = new NoClassDefFoundError("Missing");
        cancelAndFail();

        assertThat(log.levels()).containsOnly(Level.FINE);
        assertThat(sink.ends()).isEmpty();
        assertThat(source.closed.getCount()).isZero();
    }

    @Test
    void aCancelledCaptureWhoseInputEndsTellsNobody() throws Exception {
        cancelAndFail();

        assertThat(log.levels()).isSubsetOf(Level.FINE);
        assertThat(sink.ends()).isEmpty();
        assertThat(source.closed.getCount()).isZero();
    }

    @Test
    void whoWaitsForACaptureIsNotHeldUpByAnInputThatCannotBeClosed() throws Exception {
        source.closing = new NoClassDefFoundError("Missing");
        cancelAndFail();

        assertThat(log.levels()).containsOnly(Level.FINE);
        assertThat(sink.ends()).isEmpty();
    }

    private void fail() throws InterruptedException {
        capture.start();
        source.go.countDown();
        assertThat(capture.awaitGone(ENOUGH)).isTrue();
    }

    private void cancelAndFail() throws InterruptedException {
        capture.start();
        Awaitility.await().atMost(ENOUGH).until(() -> source.reading.getCount() == 0);
        capture.cancel();
        source.go.countDown();
        assertThat(capture.awaitGone(ENOUGH)).isTrue();
    }

    /** An input that fails when it is told to. */
    private static final class Source implements FrameSource {
        final CountDownLatch reading = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);
        final CountDownLatch closed = new CountDownLatch(1);
        LinkageError error;
        LinkageError closing;

        @Override
        public VideoMode mode() {
            return new VideoMode(64, 48, 25, PixelFormat.MJPEG);
        }

        @Override
        public boolean next(FrameOutlet outlet) throws CameraException {
            reading.countDown();
            Awaitility.await().atMost(ENOUGH).until(() -> go.getCount() == 0);
            if (error != null) {
                throw error;
            }
            throw new CameraException(Reason.LOST, "http://host/: closed");
        }

        @Override
        public EndCause whenOver() {
            return EndCause.LOST;
        }

        @Override
        public void close() {
            closed.countDown();
            if (closing != null) {
                throw closing;
            }
        }
    }
}
