// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.shell.output.Screen;
import org.mediacapture.stream.MediaStream;
import org.osgi.util.promise.Deferred;

class DoctorCommandTest {
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

    private void configure(String name, String url) {
        shell.configurations.store(
                Map.of("service.factoryPid", "org.mediacapture.network.camera", "name", name, "url", url));
    }

    @Test
    void camerasThatNobodyConfiguredAreNotOpened() throws Exception {
        assertThat(shell.print("camera:doctor"))
                .isEqualTo("ok       cameras          mock (Mock camera) is idle\n"
                        + "ok       cameras          door (Front door) is idle\n"
                        + "ok       network cameras  none is configured\n"
                        + "0 problems, 0 notes, 3 ok");
        assertThat(shell.devices.tracks).isEmpty();
    }

    @Test
    void aConfiguredCameraIsOpenedForAMomentAndClosed() throws Exception {
        configure("door", "http://127.0.0.1:8080/stream");

        assertThat(shell.print("camera:doctor")).contains("door (http://127.0.0.1:8080/stream) answers");
        assertThat(shell.devices.tracks).hasSize(1);
        assertThat(shell.devices.lastTrack().isStopped()).isTrue();
    }

    @Test
    void aDeadUrlIsNamedWithItsReasonAndWithoutCredentials() throws Exception {
        configure("door", "http://root:secret@127.0.0.1:8080/stream");
        shell.devices.failures.put("door", new MediaException(ErrorName.NOT_READABLE, "door: Connection refused"));

        assertThat(shell.print("camera:doctor"))
                .contains("problem  network cameras  door (http://127.0.0.1:8080/stream) cannot be opened:"
                        + " NotReadableError: door: Connection refused\n")
                .contains("do: look whether the camera is on")
                .doesNotContain("secret")
                .endsWith("1 problem, 0 notes, 2 ok");
    }

    @Test
    void aCameraThatDoesNotAnswerIsAProblemAndStoppedWhenItDoes() throws Exception {
        configure("door", "http://127.0.0.1:8080/stream");
        shell.patience = Duration.ofMillis(20);
        shell.devices.pending = new Deferred<>();

        assertThat(shell.print("camera:doctor")).contains("cannot be opened: no answer within 0 s");

        MediaStream late = shell.devices.stream(shell.admin.cameras.get(1));
        shell.devices.pending.resolve(late);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> shell.devices.lastTrack().isStopped());
    }

    @Test
    void anInterruptLeavesNoCameraOpen() throws Exception {
        configure("mock", "http://127.0.0.1:8080/mock");
        configure("door", "http://127.0.0.1:8080/stream");
        shell.admin.cameras.set(0, FakeAdmin.camera("mock", "Mock camera", "http://127.0.0.1:8080/mock", "javacv"));
        List<Deferred<MediaStream>> openings = List.of(new Deferred<>(), new Deferred<>());
        shell.devices.each.addAll(openings);
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread doctor = new Thread(() -> {
            try {
                shell.run("camera:doctor");
            } catch (Exception e) {
                ended.complete(null);
            }
        });
        doctor.start();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> shell.devices.each.isEmpty());

        shell.session.foregroundJob().interrupt();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(ended::isDone);

        for (int opening = 0; opening < openings.size(); opening++) {
            openings.get(opening).resolve(shell.devices.stream(shell.admin.cameras.get(opening)));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> shell.devices.tracks.stream().allMatch(FakeTrack::isStopped));
        assertThat(shell.devices.tracks).hasSize(2);
    }

    @Test
    void aCameraInUseIsLeftAlone() throws Exception {
        configure("door", "http://127.0.0.1:8080/stream");
        CameraStatus door = shell.admin.cameras.get(1);
        shell.admin.cameras.set(
                1,
                new CameraStatus(
                        door.deviceId(),
                        door.name(),
                        door.label(),
                        door.address(),
                        CameraState.STREAMING,
                        "",
                        door.providers()));

        assertThat(shell.print("camera:doctor")).contains("door (http://127.0.0.1:8080/stream) is streaming");
        assertThat(shell.devices.tracks).isEmpty();
    }

    @Test
    void aCameraThatNoProviderBringsIsAProblemWithoutCredentials() throws Exception {
        configure("yard", "rtsp://root:secret@10.0.0.1/live?token=hidden");

        assertThat(shell.print("camera:doctor"))
                .contains("yard (rtsp://10.0.0.1/live): no provider brings this camera")
                .contains("camera:remove yard removes it")
                .doesNotContain("secret")
                .doesNotContain("hidden");
    }

    @Test
    void jsonIsOneDocumentAlsoInATerminal() throws Exception {
        shell.session.put(Screen.TERMINAL, true);

        JsonObject document =
                JsonParser.parseString(shell.print("camera:doctor --json")).getAsJsonObject();

        assertThat(document.keySet()).containsExactly("problems", "notes", "findings");
        assertThat(shell.output()).isEmpty();
    }

    @Test
    void aTerminalShowsProgressThatIsGoneAtTheEnd() throws Exception {
        shell.session.put(Screen.TERMINAL, true);

        shell.run("camera:doctor");

        assertThat(shell.output())
                .contains("\r1 of 2 checks done, looking at network cameras")
                .endsWith("\r");
    }
}
