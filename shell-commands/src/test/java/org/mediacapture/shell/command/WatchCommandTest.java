// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Job;
import org.apache.felix.service.command.Process;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.admin.CameraEvent;
import org.mediacapture.admin.CameraEvent.Type;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.shell.words.CommandFailure;
import org.mediacapture.stream.DeviceChangeEvent;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.TrackEvent;

class WatchCommandTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String APP = "org.example.app";
    private static final String HEADER = "TIME          EVENT                CAMERA            TRACK  CAUSE";

    @TempDir
    Path directory;

    private CameraShell shell;

    @BeforeEach
    void open() throws Exception {
        shell = CameraShell.withCameras(directory);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private CompletableFuture<Object> watch(String options) {
        CompletableFuture<Object> ended = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        ended.complete(shell.run("camera:watch " + options));
                    } catch (Exception e) {
                        ended.completeExceptionally(e);
                    }
                })
                .start();
        await().atMost(LONG).until(() -> !shell.devices.listeners.isEmpty());
        if (!options.startsWith("|") && !options.contains("--json")) {
            awaitHeader();
        }
        return ended;
    }

    /** It is printed when everything is listened to. */
    private void awaitHeader() {
        await().atMost(LONG).until(() -> shell.output().startsWith(HEADER + "\n"));
    }

    private void use(UsageEvent.Type type, String origin, String cause) {
        shell.admin.use(new UsageEvent(type, APP, origin, "door", cause));
    }

    private List<String> printed(int lines) {
        await().atMost(LONG).until(() -> told().size() == lines);
        return told();
    }

    private List<String> told() {
        return shell.output().lines().filter(line -> !line.equals(HEADER)).toList();
    }

    private static String line(String event, String camera, String track, String cause) {
        return "08:15:30.250  %-19s  %-16s  %-5s  %s"
                .formatted(event, camera, track, cause)
                .stripTrailing();
    }

    /** Waits for the watch; an answer would be null, for all is printed. */
    private void end(CompletableFuture<Object> watch) {
        shell.watch.end();
        assertThat(watch).succeedsWithin(LONG).isNull();
    }

    @Test
    void usageIsPrintedWithBundleOriginAndCause() {
        CompletableFuture<Object> watch = watch("");

        use(UsageEvent.Type.ALLOWED, APP, "rule 3");
        use(UsageEvent.Type.STARTED, "https://example.org", "");

        assertThat(printed(2))
                .containsExactly(
                        "08:15:30.250  permission           -                 -      door allowed to org.example.app: rule 3",
                        "08:15:30.250  started              door              -      org.example.app for https://example.org");
        end(watch);
    }

    @ParameterizedTest
    @EnumSource(UsageEvent.Type.class)
    void everyKindOfUsageIsPrinted(UsageEvent.Type type) {
        CompletableFuture<Object> watch = watch("");

        use(type, APP, "");

        assertThat(printed(1))
                .containsExactly(
                        switch (type) {
                            case ALLOWED, REFUSED, REVOKED ->
                                line("permission", "-", "-", "door " + type.value() + " to org.example.app");
                            case STARTED, STOPPED -> line(type.value(), "door", "-", "org.example.app");
                        });
        end(watch);
    }

    @Test
    void changesOfDevicesArePrintedWithTheNewOnes() {
        CompletableFuture<Object> watch = watch("");
        MediaDeviceInfo mock = FakeDevices.camera(shell.admin.cameras().get(0));
        MediaDeviceInfo door = FakeDevices.camera(shell.admin.cameras().get(1));

        shell.devices.listeners.get(0).accept(new DeviceChangeEvent(List.of(mock, door), List.of(door)));
        shell.devices.listeners.get(0).accept(new DeviceChangeEvent(List.of(mock), List.of()));

        assertThat(printed(2))
                .containsExactly(
                        line("devicechange", "-", "-", "2 devices; new: Front door (videoinput)"),
                        line("devicechange", "-", "-", "1 device"));
        end(watch);
    }

    @ParameterizedTest
    @EnumSource(TrackEvent.Type.class)
    void eventsOfTracksArePrintedAlsoOfThoseThatComeLater(TrackEvent.Type type) throws Exception {
        shell.run("camera:open mock");
        CompletableFuture<Object> watch = watch("");
        await().atMost(LONG).until(() -> shell.devices.tracks.get(0).listening() == TrackEvent.Type.values().length);
        shell.tracks.add(shell.devices.lastTrack().clone(), "mock", "mock");

        shell.devices.tracks.get(0).tell(type, "the cable");
        shell.devices.tracks.get(0).clones.get(0).tell(type, "");

        assertThat(printed(2))
                .containsExactly(line(type.value(), "mock", "t1", "the cable"), line(type.value(), "mock", "t2", ""));
        end(watch);
    }

    @Test
    void asJsonEachLineIsADocument() throws Exception {
        shell.run("camera:open mock");
        CompletableFuture<Object> watch = watch("--json");
        await().atMost(LONG).until(() -> shell.devices.lastTrack().listening() == TrackEvent.Type.values().length);

        use(UsageEvent.Type.REFUSED, APP, "two\nlines");
        shell.devices.lastTrack().tell(TrackEvent.Type.MUTE, "");
        shell.devices.listeners.get(0).accept(new DeviceChangeEvent(List.of(), List.of()));

        List<String> lines = printed(3);
        assertThat(JsonParser.parseString(lines.get(0)))
                .isEqualTo(JsonParser.parseString("{\"time\":\"2026-11-24T08:15:30.250Z\",\"type\":\"permission\","
                        + "\"decision\":\"refused\","
                        + "\"device\":\"door\",\"bundle\":\"org.example.app\",\"origin\":\"org.example.app\","
                        + "\"cause\":\"two\\nlines\"}"));
        assertThat(JsonParser.parseString(lines.get(1)).getAsJsonObject().keySet())
                .containsExactly("time", "type", "device", "track", "id", "cause");
        assertThat(JsonParser.parseString(lines.get(2)).getAsJsonObject().keySet())
                .containsExactly("time", "type", "devices", "userInsertedDevices");
        end(watch);
    }

    @Test
    void swapsAndFaultsArePrinted() {
        CompletableFuture<Object> watch = watch("");

        happens(Type.SWAPPED, "door", "webcam", "javacv", "it was asked for, without a gap");
        happens(Type.LOST, "door", "webcam", "", "was unplugged");
        happens(Type.FAULT, "", "webcam", "", "no natives");
        happens(Type.RECOVERED, "", "webcam", "", "no natives");

        assertThat(printed(4))
                .containsExactly(
                        line("swap", "door", "-", "javacv to webcam: it was asked for, without a gap"),
                        line("fault", "door", "-", "webcam: was unplugged"),
                        line("fault", "-", "-", "webcam: no natives"),
                        line("fault", "-", "-", "webcam is well again; it was: no natives"));
        end(watch);
    }

    @Test
    void camerasThatComeGoOpenAndCloseAreToldByOtherEventsOnly() {
        CompletableFuture<Object> watch = watch("");

        happens(Type.ADDED, "door", "webcam", "", "");
        happens(Type.OPENED, "door", "webcam", "", "");
        happens(Type.CLOSED, "door", "webcam", "", "");
        happens(Type.REMOVED, "door", "", "", "");
        use(UsageEvent.Type.STOPPED, APP, "");

        assertThat(printed(1)).containsExactly(line("stopped", "door", "-", APP));
        end(watch);
    }

    @Test
    void swapsAndFaultsAreDocumentsToo() {
        CompletableFuture<Object> watch = watch("--json");
        await().atMost(LONG).until(() -> !shell.admin.usageListeners.isEmpty());

        happens(Type.SWAPPED, "door", "webcam", "javacv", "");
        happens(Type.FAULT, "", "webcam", "", "no natives");

        List<String> lines = printed(2);
        assertThat(JsonParser.parseString(lines.get(0)))
                .isEqualTo(JsonParser.parseString("{\"time\":\"2026-11-24T08:15:30.250Z\",\"type\":\"swap\","
                        + "\"device\":\"door\",\"from\":\"javacv\",\"to\":\"webcam\",\"cause\":\"\"}"));
        assertThat(JsonParser.parseString(lines.get(1)))
                .isEqualTo(JsonParser.parseString("{\"time\":\"2026-11-24T08:15:30.250Z\",\"type\":\"fault\","
                        + "\"device\":\"\",\"provider\":\"webcam\",\"over\":false,\"cause\":\"no natives\"}"));
        end(watch);
    }

    private void happens(Type type, String camera, String provider, String formerProvider, String cause) {
        shell.admin.happen(new CameraEvent(type, camera, provider, formerProvider, cause));
    }

    @Test
    void aCauseOfSeveralLinesStaysOneLine() {
        CompletableFuture<Object> watch = watch("");

        use(UsageEvent.Type.REVOKED, APP, "two\nlines");

        assertThat(printed(1))
                .containsExactly(line("permission", "-", "-", "door revoked to org.example.app: two lines"));
        end(watch);
    }

    @Test
    void whatIsWatchedCanBePiped() {
        shell.session.put("upper", (Function) (session, arguments) -> {
            byte[] piped = Process.Utils.current().in().readAllBytes();
            return new String(piped, StandardCharsets.UTF_8).toUpperCase(Locale.ROOT);
        });
        CompletableFuture<Object> watch = watch("| upper");

        use(UsageEvent.Type.STARTED, APP, "");
        shell.watch.end();

        assertThat(watch).succeedsWithin(LONG).asString().contains(line("STARTED", "DOOR", "-", "ORG.EXAMPLE.APP"));
    }

    @Test
    void itEndsByItselfAfterTheTime() throws Exception {
        shell.run("camera:open mock");

        assertThat(shell.run("camera:watch --for 0.05")).isNull();
        assertThat(shell.run("camera:watch --for=0.05")).isNull();

        assertThat(told()).isEmpty();
        assertThatNobodyListens();
    }

    @Test
    void anInterruptEndsIt() throws Exception {
        shell.run("camera:open mock");
        CompletableFuture<Object> watch = watch("");

        shell.session.foregroundJob().interrupt();

        await().atMost(LONG).until(watch::isDone);
        await().atMost(LONG).untilAsserted(this::assertThatNobodyListens);
    }

    @Test
    void aConsoleThatAsksFindsTheThreadAndItsJobUntilTheCommandHasEnded() throws Exception {
        Map<Thread, Job> running = Collections.synchronizedMap(new HashMap<>()); // its monitor is its own
        shell.session.put(".running", running);
        shell.run("camera:open mock");
        assertThat(running).isEmpty();
        CompletableFuture<Object> watch = watch("");

        assertThat(running.values()).containsExactly(shell.session.foregroundJob());
        running.keySet().forEach(Thread::interrupt);

        await().atMost(LONG).until(watch::isDone);
        assertThat(running).isEmpty();
        assertThatNobodyListens();
    }

    @Test
    void itEndsWhenTheCoreGoes() throws Exception {
        shell.run("camera:open mock");
        CompletableFuture<Object> watch = watch("");

        end(watch);

        assertThatNobodyListens();
        assertThat(shell.run("camera:watch")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0", "-5", "1e3", "NaN", "31536001", "''"})
    void aWrongTimeIsAnError(String seconds) {
        assertThatThrownBy(() -> shell.run("camera:watch --for " + seconds))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("camera:watch: --for: \"" + seconds.replace("'", "")
                        + "\" is not a number of seconds above 0, up to 31536000 (a year);"
                        + " usage: camera:watch [--json] [--for SECONDS]");
    }

    @Test
    void wordsThatMeanNothingAreAnError() {
        assertThatThrownBy(() -> shell.run("camera:watch --for"))
                .hasMessageContaining("--for SECONDS: the value is missing");
        assertThatThrownBy(() -> shell.run("camera:watch 5")).hasMessageContaining("takes no \"5\"");
        assertThatThrownBy(() -> shell.run("camera:watch --for 5 6")).hasMessageContaining("takes no \"6\"");
        assertThatThrownBy(() -> shell.run("camera:watch --json=5")).hasMessageContaining("--json takes no value");
        assertThatThrownBy(() -> shell.run("camera:watch --to=5")).hasMessageContaining("there is no option --to");
    }

    private void assertThatNobodyListens() {
        assertThat(shell.devices.listeners).isEmpty();
        assertThat(shell.admin.usageListeners).isEmpty();
        assertThat(shell.admin.eventListeners).isEmpty();
        assertThat(shell.devices.lastTrack().listening()).isZero();
    }
}
