// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.words.CommandFailure;
import org.mediacapture.stream.MediaStream;
import org.osgi.util.promise.Deferred;

class OpenCommandTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private CameraShell shell;

    @BeforeEach
    void open() {
        shell = CameraShell.withCameras(directory);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void answersShortNameLabelFormatCameraAndProvider() throws Exception {
        assertThat(shell.print("camera:open door"))
                .isEqualTo("t1  Front door  640x480 @ 30 fps  (camera door, provider javacv)");
        assertThat(shell.print("camera:open mock")).startsWith("t2  Mock camera  ");
    }

    @Test
    void answersAnObjectForLaterCommands() throws Exception {
        assertThat(shell.run("t = camera:open door")).isInstanceOf(OpenTrack.class);
        assertThat(shell.print("$t")).startsWith("t1  Front door");
    }

    @Test
    void withoutACameraGetUserMediaChooses() throws Exception {
        assertThat(shell.print("camera:open")).startsWith("t1  Mock camera");
        assertThat(shell.devices.lastAsked().toMap()).isEmpty();
    }

    @Test
    void constraintsAloneChooseTheCamera() throws Exception {
        shell.run("camera:open width.exact=640");

        assertThat(shell.devices.lastAsked().toMap()).isEqualTo(Map.of("width", Map.of("exact", 640L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"door", "DOOR", "id-door", "'Front door'", "\"front DOOR\"", "front", "'t doo'", "Front\\ door"})
    void aCameraIsNamedByNameIdLabelOrPartOfTheLabel(String typed) throws Exception {
        assertThat(shell.print("camera:open " + typed)).contains("(camera door,");
        assertThat(shell.devices.lastAsked().toMap()).isEqualTo(Map.of("deviceId", Map.of("exact", "id-door")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "door width=1280 frameRate=15 | {width=1280, frameRate=15.0, deviceId={exact=id-door}}",
                "width.min=640 door | {width={min=640}, deviceId={exact=id-door}}",
                "door [width=1280] | {width=1280, deviceId={exact=id-door}}",
                "door '{\"width\":{\"ideal\":1280}}' | {width={ideal=1280}, deviceId={exact=id-door}}",
            })
    void constraintsGoWithTheCamera(String typed, String constraints) throws Exception {
        shell.run("camera:open " + typed);

        assertThat(shell.devices.lastAsked().toMap()).hasToString(constraints);
    }

    @Test
    void anUnknownCameraIsAnErrorThatSaysWhatThereIsAndHowToListIt() {
        assertThatThrownBy(() -> shell.run("camera:open nosuch"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("NotFoundError: camera \"nosuch\" not found; there is mock (Mock camera), door (Front door)"
                        + " (camera:devices lists them)");
    }

    @Test
    void aMistypedCameraIsAnErrorThatSaysWhichMayBeMeant() {
        assertThatThrownBy(() -> shell.run("camera:open dor"))
                .hasMessage("NotFoundError: camera \"dor\" not found; did you mean door? (camera:devices lists 2)");
    }

    @Test
    void anAmbiguousPartOfALabelIsAnErrorThatListsTheMatches() {
        shell.admin.arrive(FakeAdmin.camera("back", "Back door", "http://127.0.0.1:8081/stream", "javacv"));

        assertThatThrownBy(() -> shell.run("camera:open 'oor'"))
                .hasMessage("\"oor\" may mean door (Front door) or back (Back door); use the short name");
    }

    @Test
    void aNumberIsANameLikeAnyOther() throws Exception {
        shell.admin.arrive(FakeAdmin.camera("007", "Spy", "http://127.0.0.1:8082/stream", "javacv"));

        assertThat(shell.print("camera:open 007")).contains("(camera 007,");
    }

    @Test
    void theCameraNamedTwiceIsAnError() {
        assertThatThrownBy(() -> shell.run("camera:open door deviceId=id-mock"))
                .hasMessageContaining("deviceId: the device is named already, \"door\"; leave one");
    }

    @Test
    void twoNamesAreAnError() {
        assertThatThrownBy(() -> shell.run("camera:open door mock"))
                .hasMessageContaining("\"mock\" is neither a camera nor a constraint");
    }

    @Test
    void aVendorPropertyBeforeTheCameraIsOpenIsAnError() {
        assertThatThrownBy(() -> shell.run("camera:open door vendor:gain=3")).hasMessageContaining("camera:apply sets");
    }

    @Test
    void aConfiguredCameraThatIsStillToComeIsWaitedFor() throws Exception {
        shell.configurations.store(Map.of("name", "yard", "url", "rtsp://127.0.0.1/cam"));
        CompletableFuture<String> answer = printLater("camera:open yard");
        await().atMost(LONG).until(() -> !shell.admin.listeners.isEmpty());

        shell.admin.arrive(FakeAdmin.camera("hall", "Hall", "v4l2:/dev/video0", "javacv"));
        assertThat(answer).isNotDone();
        shell.admin.arrive(FakeAdmin.camera("yard", "Yard", "rtsp://127.0.0.1/cam", "javacv"));

        assertThat(answer.get()).startsWith("t1  Yard");
        assertThat(shell.admin.listeners).isEmpty();
    }

    @Test
    void aConfiguredNameIsNotTakenForAPartOfAnotherLabel() throws Exception {
        shell.configurations.store(Map.of("name", "cam", "url", "rtsp://127.0.0.1/cam"));
        CompletableFuture<String> answer = printLater("camera:open cam");
        await().atMost(LONG).until(() -> !shell.admin.listeners.isEmpty());

        shell.admin.arrive(FakeAdmin.camera("cam", "Yard", "rtsp://127.0.0.1/cam", "javacv"));

        assertThat(answer.get()).startsWith("t1  Yard");
    }

    @Test
    void withoutAnyCameraTheFirstOnesAreWaitedFor() throws Exception {
        try (CameraShell starting = new CameraShell(directory)) {
            shell = starting;
            CompletableFuture<String> answer = printLater("camera:open mock");
            await().atMost(LONG).until(() -> !starting.admin.listeners.isEmpty());

            starting.admin.arrive(FakeAdmin.camera("door", "Front door", "http://127.0.0.1/", "javacv"));
            starting.admin.arrive(FakeAdmin.camera("mock", "Mock camera", "mock:default", "mock"));

            assertThat(answer.get()).startsWith("t1  Mock camera");
        }
    }

    @Test
    void aConfiguredCameraThatDoesNotComeIsAnError() throws Exception {
        try (CameraShell hasty = CameraShell.withCameras(directory, CameraShell.IMPATIENT)) {
            hasty.configurations.store(Map.of("name", "yard", "url", "rtsp://127.0.0.1/cam"));

            assertThatThrownBy(() -> hasty.run("camera:open yard"))
                    .hasMessageContaining("camera \"yard\" is configured, and no provider offers it; there is mock");
        }
    }

    @Test
    void aFailureOfTheCameraIsShownAsTheSpecificationNamesIt() {
        shell.devices.failures.put(
                "door",
                new MediaException(ErrorName.NOT_READABLE, "door: http://127.0.0.1:8080/stream: Connection refused"));

        assertThatThrownBy(() -> shell.run("camera:open door"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("NotReadableError: door: http://127.0.0.1:8080/stream: Connection refused");
    }

    @Test
    void aCameraThatDoesNotAnswerIsAnErrorAndIsClosedWhenItComesLate() throws Exception {
        try (CameraShell hasty = CameraShell.withCameras(directory, CameraShell.IMPATIENT)) {
            hasty.devices.pending = new Deferred<>();

            assertThatThrownBy(() -> hasty.run("camera:open door"))
                    .hasMessage("UnknownError: opening door: no answer within 0 s");

            hasty.devices.pending.resolve(
                    hasty.devices.stream(hasty.admin.cameras().get(1)));
            await().atMost(LONG).until(() -> hasty.devices.lastTrack().isStopped());
        }
    }

    @Test
    void anInterruptEndsTheWaitAndTheCameraIsClosedWhenItComesLate() throws Exception {
        Deferred<MediaStream> pending = new Deferred<>();
        shell.devices.pending = pending;
        CompletableFuture<String> answer = printLater("camera:open door");
        await().atMost(LONG).until(() -> !shell.devices.asked.isEmpty());

        shell.session.foregroundJob().interrupt();

        await().atMost(LONG).until(answer::isDone);

        assertThat(answer).isCompletedExceptionally();
        pending.resolve(shell.devices.stream(shell.admin.cameras().get(1)));
        await().atMost(LONG).until(() -> shell.devices.lastTrack().isStopped());
        assertThat(shell.tracks.all()).isEmpty();
    }

    private CompletableFuture<String> printLater(String line) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        answer.complete(shell.print(line));
                    } catch (Exception e) {
                        answer.completeExceptionally(e);
                    }
                })
                .start();
        return answer;
    }
}
