// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Dimension;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.libs.webcam.OpenImaj;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.testkit.ReceivedFrame;
import org.mediacapture.testkit.RecordingSink;
import org.mediacapture.testkit.RecordingSink.End;

class LocalCameraTest {
    private static final LocalCamera CAMERA = new LocalCamera("/dev/null", "Test camera", "1");

    private final FakeGrabbers grabbers = new FakeGrabbers();
    private final RecordingSink sink = RecordingSink.copying(Duration.ofSeconds(30));

    @Test
    void redGreenAndBlueAreWhatTheyWere() throws Exception {
        try (CameraSession session = CAMERA.open(grabbers).open(sink)) {
            session.start(session.modes().get(0));
            assertThat(sink.awaitFrames(1)).isTrue();
        }

        assertThat(Colors.at(sink.frames().get(0), 7, 9)).isEqualTo(new Color(200, 50, 10));
        assertThat(sink.frames()).extracting(ReceivedFrame::thread).containsOnly("camera-test-camera");
        assertThat(grabbers.loaders).containsOnly(OpenImaj.classLoader());
    }

    @Test
    void theSizeThatIsAskedForIsTheOneThatIsOpened() throws Exception {
        try (CameraSession session = CAMERA.open(grabbers).open(sink)) {
            session.start(new VideoMode(320, 240, 30, PixelFormat.BGR24));
            assertThat(sink.awaitFrames(1)).isTrue();
            assertThat(grabbers.open).hasValue(1);
        }

        assertThat(sink.frames().get(0).data().codedWidth()).isEqualTo(320);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> grabbers.open.get() == 0);
    }

    @Test
    void aCameraThatChoosesAnotherSizeTellsIt() throws Exception {
        grabbers.onlySize = Optional.of(new Dimension(160, 120));
        try (CameraSession session = CAMERA.open(grabbers).open(sink)) {
            session.start(session.modes().get(0));
            assertThat(sink.awaitFrames(1)).isTrue();
        }

        assertThat(sink.modes()).contains(new VideoMode(160, 120, 30, PixelFormat.BGR24));
        assertThat(sink.frames().get(0).data().codedWidth()).isEqualTo(160);
    }

    @Test
    void aSizeThatTheCameraLacksIsToldAlsoIfTheOneTakenIsListed() throws Exception {
        grabbers.onlySize = Optional.of(new Dimension(320, 240));
        try (CameraSession session = CAMERA.open(grabbers).open(sink)) {
            session.start(session.modes().get(2));
            assertThat(sink.awaitFrames(1)).isTrue();
        }

        VideoMode last = sink.modes().get(sink.modes().size() - 1);
        assertThat(last).isEqualTo(new VideoMode(320, 240, 30, PixelFormat.BGR24));
        assertThat(sink.frames().get(0).data().codedWidth()).isEqualTo(320);
    }

    @Test
    void aSessionWaitsUntilTheOneBeforeHasLetGoOfTheDevice() throws Exception {
        grabbers.closing = new CountDownLatch(1);
        WebcamDevice device = CAMERA.open(grabbers);
        device.open(sink).close();

        CompletableFuture<CameraSession> next = CompletableFuture.supplyAsync(() -> {
            try {
                return device.open(sink);
            } catch (CameraException e) {
                throw new CompletionException(e);
            }
        });
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> next.isDone() || someCaptureWaits());
        grabbers.closing.countDown();

        try (CameraSession session = next.get(30, TimeUnit.SECONDS)) {
            session.start(session.modes().get(0));
            assertThat(sink.awaitFrames(1)).isTrue();
        }
    }

    private static boolean someCaptureWaits() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("camera-test-camera")
                        && thread.getState() == Thread.State.TIMED_WAITING);
    }

    @Test
    void aCameraThatCannotBeOpenedIsBusyOrGone() {
        grabbers.busy = true;

        assertThatThrownBy(() -> CAMERA.open(grabbers).open(sink))
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BUSY))
                .hasMessage("v4l2:/dev/null: cannot be opened; perhaps another program has it open");
        assertThatThrownBy(() ->
                        new LocalCamera("/dev/no-such", "x", "1").open(grabbers).open(sink))
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOST))
                .hasMessage("v4l2:/dev/no-such: is gone");
    }

    @Test
    void aCameraWhoseFileIsGoneWasUnplugged() throws Exception {
        grabbers.picturesUntilFailed = 10;
        try (CameraSession session =
                new LocalCamera("/dev/no-such", "x", "1").open(grabbers).open(sink)) {
            session.start(session.modes().get(0));
            assertThat(sink.awaitEnd()).isTrue();
        }

        assertThat(sink.ends()).extracting(End::cause).containsExactly(EndCause.UNPLUGGED);
    }

    @Test
    void closingDoesNotWaitForACameraThatDoesNotOpen() throws Exception {
        grabbers.opening = new CountDownLatch(1);
        WebcamDevice device = CAMERA.open(grabbers);
        CameraException[] failure = new CameraException[1];
        Thread opener = new Thread(() -> {
            try {
                device.open(sink);
            } catch (CameraException e) {
                failure[0] = e;
            }
        });
        opener.start();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !grabbers.loaders.isEmpty());

        device.close();
        opener.join(30_000);

        assertThat(failure[0]).hasMessage("v4l2:/dev/null: closed");
        grabbers.opening.countDown();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> grabbers.open.get() == 0);
    }

    @Test
    void theAddressIsAUriAlsoWhereIdsAreNone() {
        assertThat(CAMERA.address()).isEqualTo("v4l2:/dev/null");
        assertThat(new LocalCamera("\\\\?\\usb#vid_1", "Cam", "").address()).isEqualTo("webcam:%5C%5C?%5Cusb%23vid_1");
    }
}
