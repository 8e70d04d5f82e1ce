// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.admin.ProviderTroubleStatus;
import org.mediacapture.admin.TrackStatus;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.shell.words.CommandFailure;
import org.mediacapture.stream.MediaStreamTrackState;

class ListCommandsTest {
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

    private static JsonArray array(String json) {
        return JsonParser.parseString(json).getAsJsonArray();
    }

    @Test
    void devicesPrintsAnAlignedTable() throws Exception {
        assertThat(shell.print("camera:devices").lines())
                .containsExactly(
                        "NAME  LABEL        KIND        PROVIDER  DEVICE ID  GROUP ID",
                        "mock  Mock camera  videoinput  mock      id-mock    group-mock",
                        "door  Front door   videoinput  javacv    id-door    group-door");
    }

    @Test
    void devicesListsMicrophonesToo() throws Exception {
        shell.devices.microphones.add(FakeDevices.microphone("mic", "Mock microphone"));

        assertThat(shell.print("camera:devices").lines())
                .containsExactly(
                        "NAME  LABEL            KIND        PROVIDER  DEVICE ID  GROUP ID",
                        "-     Mock microphone  audioinput  -         id-mic     group-mic",
                        "mock  Mock camera      videoinput  mock      id-mock    group-mock",
                        "door  Front door       videoinput  javacv    id-door    group-door");
        assertThat(array(shell.print("camera:devices --json")).get(0).toString())
                .isEqualTo("{\"deviceId\":\"id-mic\",\"kind\":\"audioinput\",\"label\":\"Mock microphone\","
                        + "\"groupId\":\"group-mic\",\"name\":\"\",\"provider\":\"\"}");
    }

    @Test
    void devicesAsJsonIsOneDocumentWithAllMembers() throws Exception {
        JsonArray devices = array(shell.print("camera:devices --json"));

        JsonObject door = devices.get(1).getAsJsonObject();
        assertThat(devices).hasSize(2);
        assertThat(door.keySet()).containsExactly("deviceId", "kind", "label", "groupId", "name", "provider");
        assertThat(door.get("name").getAsString()).isEqualTo("door");
        assertThat(door.get("provider").getAsString()).isEqualTo("javacv");
        assertThat(shell.output()).isEmpty();
    }

    @Test
    void devicesWithoutCamerasSaysHowToAddOne() throws Exception {
        shell.admin.leave("mock");
        shell.admin.leave("door");

        assertThat(shell.print("camera:devices")).isEqualTo("there is no camera; camera:add URL adds one");
        assertThat(array(shell.print("camera:devices --json"))).isEmpty();
    }

    @Test
    void listsCanBePipedAndFormatted() throws Exception {
        shell.session.put("upper", (org.apache.felix.service.command.Function) (session, arguments) -> {
            byte[] piped = org.apache.felix.service.command.Process.Utils.current()
                    .in()
                    .readAllBytes();
            return new String(piped, java.nio.charset.StandardCharsets.UTF_8).toUpperCase(java.util.Locale.ROOT);
        });

        assertThat(shell.print("camera:devices | upper")).contains("FRONT DOOR");
    }

    @Test
    void anUnknownOptionIsAnErrorWithTheUsage() {
        assertThatThrownBy(() -> shell.run("camera:devices --jsno"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage(
                        "camera:devices: there is no option --jsno; did you mean --json? usage: camera:devices [--json]");
    }

    @Test
    void anArgumentTooManyIsAnError() {
        assertThatThrownBy(() -> shell.run("camera:providers all"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("takes no \"all\"");
    }

    @Test
    void providersListsEveryPairOfCameraAndProvider() throws Exception {
        shell.admin.arrive(new CameraStatus(
                "id-hall",
                "hall",
                "Hall",
                "v4l2:/dev/video0",
                CameraState.STREAMING,
                "",
                List.of(
                        new ProviderStatus("webcam", "org.mediacapture.provider.webcam", 10, true, ""),
                        new ProviderStatus("javacv", "org.mediacapture.provider.javacv", 5, false, "busy"))));
        shell.admin.arrive(new CameraStatus(
                "id-yard", "yard", "Yard", "rtsp://yard/cam", CameraState.LOST, "connection reset", List.of()));

        assertThat(shell.print("camera:providers").lines())
                .containsExactly(
                        "CAMERA  PROVIDER  BUNDLE                            RANKING  IN USE  STATE      TROUBLE",
                        "mock    mock      org.mediacapture.provider.mock    0        no      idle",
                        "door    javacv    org.mediacapture.provider.javacv  0        no      idle",
                        "hall    webcam    org.mediacapture.provider.webcam  10       yes     streaming",
                        "hall    javacv    org.mediacapture.provider.javacv  5        no      streaming  busy",
                        "yard                                                         no      lost       connection reset");
        JsonObject hall = array(shell.print("camera:providers --json")).get(2).getAsJsonObject();
        assertThat(hall.keySet())
                .containsExactly(
                        "camera",
                        "provider",
                        "bundle",
                        "ranking",
                        "inUse",
                        "state",
                        "cause",
                        "trouble",
                        "abandonedCalls");
        assertThat(hall.get("inUse").getAsBoolean()).isTrue();
        assertThat(hall.get("ranking").getAsInt()).isEqualTo(10);
    }

    @Test
    void providersListsThoseThatHaveNoCamerasAndWhy() throws Exception {
        shell.admin.leave("door");
        shell.admin.troubles.add(new ProviderTroubleStatus(
                "webcam", "org.mediacapture.provider.webcam", "no local cameras: there are no natives for it"));

        assertThat(shell.print("camera:providers").lines())
                .containsExactly(
                        "CAMERA  PROVIDER  BUNDLE                            RANKING  IN USE  STATE        TROUBLE",
                        "mock    mock      org.mediacapture.provider.mock    0        no      idle",
                        "        webcam    org.mediacapture.provider.webcam           no      unavailable"
                                + "  no local cameras: there are no natives for it");
        JsonArray json = array(shell.print("camera:providers --json"));
        assertThat(json).hasSize(2);
        assertThat(json.get(1).getAsJsonObject().get("camera").getAsString()).isEmpty();
        assertThat(json.get(1).getAsJsonObject().get("state").getAsString()).isEqualTo("unavailable");
        assertThat(json.get(1).getAsJsonObject().get("trouble").getAsString())
                .isEqualTo("no local cameras: there are no natives for it");
    }

    @Test
    void providersTellsWhichCannotBeUsedAtPresent() throws Exception {
        shell.admin.leave("mock");
        shell.admin.leave("door");
        shell.admin.arrive(new CameraStatus(
                "id-hall",
                "hall",
                "Hall",
                "rtsp://hall/cam",
                CameraState.STREAMING,
                "",
                List.of(
                        new ProviderStatus("webcam", "webcam.bundle", 10, true, ""),
                        new ProviderStatus("javacv", "javacv.bundle", 5, false, "open is abandoned", false, 1))));

        assertThat(shell.print("camera:providers").lines())
                .containsExactly(
                        "CAMERA  PROVIDER  BUNDLE         RANKING  IN USE  STATE        TROUBLE",
                        "hall    webcam    webcam.bundle  10       yes     streaming",
                        "hall    javacv    javacv.bundle  5        no      unavailable  open is abandoned");
        assertThat(array(shell.print("camera:providers --json"))
                        .get(1)
                        .getAsJsonObject()
                        .get("abandonedCalls")
                        .getAsInt())
                .isEqualTo(1);
    }

    @Test
    void tracksListsLiveTracksOfAllBundlesWithShortNamesOfItsOwn() throws Exception {
        shell.run("t = camera:open mock");
        MediaTrackSettings settings = shell.devices.lastTrack().settings;
        shell.admin.tracks.add(new TrackStatus(
                "uuid-1",
                MediaKind.VIDEO,
                "mock",
                "org.mediacapture.shell",
                "org.mediacapture.shell",
                MediaStreamTrackState.LIVE,
                true,
                false,
                settings,
                12,
                3));
        shell.admin.tracks.add(new TrackStatus(
                "uuid-x",
                MediaKind.VIDEO,
                "door",
                "org.example.app",
                "https://example.org",
                MediaStreamTrackState.LIVE,
                false,
                true,
                settings.with(MediaTrackSettings.builder()
                        .with(ConstrainableProperty.FRAME_RATE, 29.97)
                        .build()),
                0,
                0));

        assertThat(shell.print("camera:tracks").lines())
                .containsExactly(
                        "TRACK  KIND   CAMERA  STATE  ENABLED  MUTED  FORMAT               CONSUMED  MISSED"
                                + "  BUNDLE                                   ID",
                        "t1     video  mock    live   yes      no     640x480 @ 30 fps     12        3     "
                                + "  org.mediacapture.shell                   uuid-1",
                        "-      video  door    live   no       yes    640x480 @ 29.97 fps  0         0     "
                                + "  org.example.app for https://example.org  uuid-x");
        JsonArray json = array(shell.print("camera:tracks --json"));
        assertThat(json.get(0).getAsJsonObject().keySet())
                .containsExactly(
                        "name",
                        "id",
                        "kind",
                        "camera",
                        "bundle",
                        "origin",
                        "readyState",
                        "enabled",
                        "muted",
                        "width",
                        "height",
                        "frameRate",
                        "delivered",
                        "discarded");
        assertThat(json.get(1).getAsJsonObject().has("name")).isFalse();
    }

    @Test
    void tracksShowsItsOwnEndedTracksUntilTheyAreClosed() throws Exception {
        shell.run("t = camera:open mock");
        shell.devices.lastTrack().stop();

        assertThat(shell.print("camera:tracks")).contains("t1     video  mock    ended  yes");

        shell.run("camera:close t1");
        assertThat(shell.print("camera:tracks")).isEqualTo("there is no track; camera:open CAMERA opens one");
    }

    @Test
    void theFirstListWaitsForConfiguredCameras() throws Exception {
        shell.configurations.store(Map.of("name", "yard", "url", "rtsp://127.0.0.1/cam"));
        CompletableFuture<String> list = CompletableFuture.supplyAsync(() -> {
            try {
                return shell.print("camera:devices");
            } catch (Exception failure) {
                throw new CompletionException(failure);
            }
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> !shell.admin.listeners.isEmpty());
        assertThat(list).isNotDone();

        shell.admin.arrive(FakeAdmin.camera("yard", "Yard", "rtsp://127.0.0.1/cam", "javacv"));

        assertThat(list.get()).contains("yard");
    }

    @Test
    void aConfiguredCameraThatDoesNotComeIsLeftOutOfTheList() throws Exception {
        try (CameraShell hasty = CameraShell.withCameras(directory, CameraShell.IMPATIENT)) {
            hasty.configurations.store(Map.of("name", "yard", "url", "rtsp://127.0.0.1/cam"));

            assertThat(hasty.print("camera:providers")).contains("door").doesNotContain("yard");
        }
    }
}
