// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mediacapture.stream.TrackEvent.Type.ENDED;
import static org.mediacapture.stream.TrackEvent.Type.MUTE;
import static org.mediacapture.stream.TrackEvent.Type.UNMUTE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.Blob;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStream;
import org.osgi.util.promise.Promise;

/** A USB camera that is pulled out, killed, exchanged, and refuses. */
@InLab
class UvcFaultsTest extends FaultTest {
    private static final int PORT = 0;
    private static final String SERIAL = "LAB0001";

    UvcFaultsTest(LabFramework framework, CameraLab lab, LabReport report) {
        super(framework, lab, report, "uvcvideo", "vivid");
    }

    @AfterEach
    void plugIn() {
        if (lab.nodes().stream().noneMatch(node -> node.serial().equals(SERIAL))) {
            lab.plug(PORT, SERIAL);
        }
    }

    @Test
    @Tag("smoke")
    void f25PulledOutWhileItStreamsItComesBackToTheSameTrack() throws Exception {
        TrackLog log = open();

        long pulled = System.nanoTime();
        lab.unplug(PORT);
        log.awaitEvents(MUTE);
        noteTime("F25 pulled out while streaming: mute", pulled);
        lab.plug(PORT, SERIAL);
        long plugged = System.nanoTime();
        log.awaitEvents(MUTE, UNMUTE);
        noteTime("F25 plugged in again: unmute", plugged);

        assertThat(log.causes(MUTE)).singleElement().asString().contains("unplugged");
        requireGoesOn(log);
    }

    @Test
    void withoutGraceATrackEndsWithItsCamera() throws Exception {
        framework.configureCore(Map.of("grace", 0L));
        TrackLog log = open();

        lab.unplug(PORT);
        log.awaitEvents(ENDED);

        assertThat(log.causes(ENDED)).singleElement().asString().contains("unplugged");
        lab.plug(PORT, SERIAL);
    }

    @Test
    void f26PhotosThatWereAskedForBeforeTheCameraWasPulledOutAreTaken() throws Exception {
        TrackLog log = open();
        ImageCapture capture = framework.service(ImageCaptureFactory.class).create(log.track());
        List<Promise<Blob>> photos = new ArrayList<>();
        for (int i = 0; i < 10; i++) { // each with a change of the mode, so that they last
            photos.add(capture.takePhoto(Map.of("imageWidth", 1280, "imageHeight", 720)));
        }

        lab.unplug(PORT);
        lab.plug(PORT, SERIAL);

        for (Promise<Blob> photo : photos) {
            assertThat(UvcPicture.of(Promises.value(photo)).width()).isEqualTo(1280);
        }
        assertThat(log.events()).doesNotContain(ENDED);
        requireGoesOn(log);
    }

    @Test
    void pulledOutWhileItIsOpenedItCannotBeRead() throws Exception {
        Promise<MediaStream> opening = framework
                .service(MediaDevices.class)
                .getUserMedia(Map.of(
                        "video",
                        Map.of(
                                "deviceId",
                                Map.of(
                                        "exact",
                                        cameras.status(camera().address()).deviceId()))));
        lab.unplug(PORT);

        try { // it may have been open by then; else the error says why it is not
            Promises.value(opening).getVideoTracks().get(0).stop();
        } catch (ExecutionException failed) {
            assertThat(failed.getCause()).isInstanceOf(MediaException.class);
            assertThat(((MediaException) failed.getCause()).name()).isEqualTo("NotReadableError");
        }
        lab.plug(PORT, SERIAL);
    }

    @Test
    void f27TheCameraDiesAndAnotherStartTakesItsPlace() throws Exception {
        TrackLog log = open();

        lab.kill(PORT);
        log.awaitEvents(MUTE);
        lab.plug(PORT, SERIAL);
        log.awaitEvents(MUTE, UNMUTE);

        requireGoesOn(log);
    }

    @Test
    void f28AValueThatAnAutomaticModeHoldsIsRefusedAndToldAsItIs() throws Exception {
        TrackLog log = open();
        Promises.value(log.track().applyConstraints(Map.of("focusMode", "continuous")));
        Object before = log.track().getSettings().toMap().get("focusDistance");

        Promises.value(log.track().applyConstraints(Map.of("focusMode", "continuous", "focusDistance", 100)));
        assertThat(log.track().getSettings().toMap())
                .containsEntry("focusMode", "continuous")
                .containsEntry("focusDistance", before);

        Promises.value(log.track().applyConstraints(Map.of("focusMode", "manual", "focusDistance", 100)));
        assertThat(log.track().getSettings().toMap())
                .containsEntry("focusMode", "manual")
                .containsEntry("focusDistance", 100.0);
        assertThat(lab.control(camera(), "focus_absolute")).isEqualTo(100);
        Promises.value(log.track().applyConstraints(Map.of("focusMode", "continuous")));
        requireGoesOn(log);
    }

    @Test
    void f29AnotherCameraAtTheSameNodeIsNotTheOneThatTheTrackWaitsFor() throws Exception {
        TrackLog log = open();
        VideoNode node = camera();
        String id = cameras.status(node.address()).deviceId();

        lab.unplug(PORT);
        log.awaitEvents(MUTE);
        VideoNode other = lab.plug(PORT, "OTHER01");
        assertThat(other.file()).isEqualTo(node.file());
        await("the other camera")
                .atMost(LabFramework.PATIENCE)
                .until(() -> cameras.ids(other.address()).stream().anyMatch(found -> !found.equals(id)));
        assertThat(log.events()).containsExactly(MUTE);

        lab.unplug(PORT);
        lab.plug(PORT, SERIAL);
        log.awaitEvents(MUTE, UNMUTE);
        requireGoesOn(log);
    }

    @Test
    void aCameraThatAnotherProgramStreamsFromIsBusyAndTheErrorNamesTheProgram() throws Exception {
        Process holder = lab.stream(camera());
        try {
            assertThatThrownBy(() -> cameras.open(camera().address()))
                    .cause()
                    .isInstanceOfSatisfying(
                            MediaException.class,
                            busy -> assertThat(busy.name()).isEqualTo("NotReadableError"))
                    .hasMessageContaining("is in use by v4l2-ctl (process " + holder.pid() + ")");
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }
}
