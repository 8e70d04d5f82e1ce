// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatistics;
import org.mediacapture.admin.FrameStatistics;
import org.mediacapture.admin.TrackStatistics;
import org.mediacapture.shell.output.Screen;
import org.mediacapture.shell.words.CommandFailure;

class StatsCommandTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String SHELL = "org.mediacapture.shell";
    private static final FrameStatistics NOTHING = new FrameStatistics(0, 0, 0, 0, Optional.empty(), 0, 0);

    @TempDir
    Path directory;

    private CameraShell shell;

    @BeforeEach
    void open() throws Exception {
        shell = CameraShell.withCameras(directory);
        shell.run("t = camera:open mock");
        flow(90);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    /** The mock camera has a track of the shell and one of a bridge; the other camera is idle. */
    private void flow(long delivered) {
        FrameStatistics camera = new FrameStatistics(
                delivered, 0, delivered + 3, 29.97, Optional.of(Duration.ofNanos(412_345)), 0, 460_800);
        FrameStatistics half = new FrameStatistics(
                delivered / 2, delivered / 2, delivered + 3, 15, Optional.of(Duration.ofMillis(12)), 230_400, 0);
        shell.admin.statistics.clear();
        shell.admin.statistics.add(new CameraStatistics(
                "mock",
                CameraState.STREAMING,
                camera,
                List.of(
                        new TrackStatistics("uuid-1", SHELL, SHELL, 1, half),
                        new TrackStatistics("uuid-9", "org.example.bridge", "https://example.org", 0, NOTHING))));
        shell.admin.statistics.add(new CameraStatistics("door", CameraState.IDLE, NOTHING, List.of()));
    }

    private CompletableFuture<Object> follow(String line) {
        CompletableFuture<Object> ended = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        ended.complete(shell.run(line));
                    } catch (Exception e) {
                        ended.completeExceptionally(e);
                    }
                })
                .start();
        return ended;
    }

    private void awaitOutput(String text) {
        await().atMost(LONG).until(() -> shell.output().contains(text));
    }

    @Test
    void eachCameraIsFollowedByItsTracksOfAllBundles() throws Exception {
        assertThat(shell.print("camera:stats").lines())
                .containsExactly(
                        "CAMERA  TRACK   STATE      RATE      LATENCY  DELIVERED  DISCARDED  TOTAL  FRAME            "
                                + "CONSUMERS  BUNDLE",
                        "mock    -       streaming  30.0 fps  0.4 ms   90         0          93     460800 B native  "
                                + "-          -",
                        "mock    t1      live       15.0 fps  12.0 ms  45         45         93     230400 B heap    "
                                + "1          org.mediacapture.shell",
                        "mock    uuid-9  live       -         -        0          0          0      -                "
                                + "0          org.example.bridge for https://example.org",
                        "door    -       idle       -         -        0          0          0      -                "
                                + "-          -");
    }

    @Test
    void asJsonItIsAListOfCamerasWithTheirTracks() throws Exception {
        JsonObject camera = JsonParser.parseString(shell.print("camera:stats --json"))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();

        assertThat(camera.keySet())
                .containsExactly(
                        "camera",
                        "state",
                        "deliveredFrames",
                        "discardedFrames",
                        "totalFrames",
                        "frameRate",
                        "latency",
                        "heapBytes",
                        "nativeBytes",
                        "tracks");
        assertThat(camera.get("latency").getAsDouble()).as("milliseconds").isEqualTo(0.412);
        assertThat(camera.get("tracks").getAsJsonArray()).hasSize(2);
        assertThat(camera.get("tracks").getAsJsonArray().get(1))
                .isEqualTo(JsonParser.parseString("{\"id\":\"uuid-9\",\"bundle\":\"org.example.bridge\","
                        + "\"origin\":\"https://example.org\",\"consumers\":0,\"deliveredFrames\":0,"
                        + "\"discardedFrames\":0,\"totalFrames\":0,\"frameRate\":0,\"heapBytes\":0,"
                        + "\"nativeBytes\":0}"));
    }

    @Test
    void aTrackIsNamedByWhatOpenAnsweredItsNameOrTheIdOfAnyBundlesTrack() throws Exception {
        assertThat(shell.print("camera:stats $t").lines())
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("mock    t1");
        assertThat(shell.print("camera:stats t1")).isEqualTo(shell.print("camera:stats $t"));
        assertThat(shell.print("camera:stats uuid-9")).contains("org.example.bridge");
        assertThat(JsonParser.parseString(shell.print("camera:stats --json t1"))
                        .getAsJsonObject()
                        .keySet())
                .startsWith("camera", "readyState", "name", "id", "bundle", "origin", "consumers", "deliveredFrames");
    }

    @Test
    void anEndedTrackHasItsLastCounts() throws Exception {
        shell.admin.statistics.clear();
        shell.devices.lastTrack().stop();

        assertThat(shell.print("camera:stats t1").lines())
                .element(1)
                .asString()
                .containsSubsequence("mock", "t1", "ended", "90", "30", "121", SHELL);
    }

    @Test
    void aTrackThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> shell.run("camera:stats t7"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("track \"t7\" not found; open tracks: t1");
        assertThatThrownBy(() -> shell.run("camera:stats --follow t7")).hasMessageContaining("track \"t7\" not found");
        assertThat(shell.output()).isEmpty();
    }

    @Test
    void withoutCamerasItSaysHowToAddOne() throws Exception {
        shell.admin.statistics.clear();

        assertThat(shell.print("camera:stats")).isEqualTo("there is no camera; camera:add URL adds one");
        assertThat(shell.print("camera:stats --json")).isEqualTo("[]");
    }

    @Test
    void whereNobodyWatchesFollowPrintsATableEachTime() {
        CompletableFuture<Object> following = follow("camera:stats --follow t1");
        awaitOutput("45         45");
        flow(1000);
        awaitOutput("500        500");

        assertThat(shell.output()).doesNotContain("\033");
        shell.stats.end();
        assertThat(following).succeedsWithin(LONG).isNull();
    }

    @Test
    void asJsonFollowPrintsADocumentPerLine() {
        CompletableFuture<Object> following = follow("camera:stats --follow --json");
        await().atMost(LONG).until(() -> shell.output().lines().count() > 2);
        shell.stats.end();

        assertThat(following).succeedsWithin(LONG).isNull();
        assertThat(shell.output().lines())
                .allSatisfy(line -> assertThat(
                                JsonParser.parseString(line).getAsJsonArray().size())
                        .isEqualTo(2));
    }

    @Test
    void inATerminalFollowDrawsInTheSamePlaceAndShowsTheCursorAgain() throws Exception {
        shell.session.put(Screen.TERMINAL, true);
        shell.session.put("COLUMNS", "200");
        CompletableFuture<Object> following = follow("camera:stats --follow t1");
        awaitOutput("\033[2A\r"); // two lines up: the header and the track
        flow(1000);
        awaitOutput("500");

        shell.session.foregroundJob().interrupt();
        await().atMost(LONG).until(following::isDone);

        assertThat(following).isCompletedExceptionally();
        assertThat(shell.output()).startsWith("\033[?25l");
        await().atMost(LONG).until(() -> shell.output().endsWith("\033[?25h"));
    }

    @Test
    void followEndsWithTheCoreAndNeverBeginsAfterIt() throws Exception {
        CompletableFuture<Object> following = follow("camera:stats --follow");
        awaitOutput("mock");
        shell.stats.end();
        assertThat(following).succeedsWithin(LONG).isNull();
        String before = shell.output();

        assertThat(shell.run("camera:stats --follow")).isNull();

        assertThat(shell.output()).isEqualTo(before);
    }

    @Test
    void followOfATrackThatIsClosedEndsWithAnError() throws Exception {
        shell.admin.statistics.clear();
        CompletableFuture<Object> following = follow("camera:stats --follow t1");
        awaitOutput("t1");
        shell.tracks.closeAll();

        assertThat(following).failsWithin(LONG).withThrowableThat().withMessageContaining("track \"t1\" not found");
    }
}
