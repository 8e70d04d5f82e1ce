// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.shell.words.CommandFailure;
import org.mediacapture.stream.TrackEvent;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promises;

class PreviewCommandTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String HIDE = "\033[?25l";
    private static final String SHOW = "\033[?25h";
    private static final String UPDATE = "\033[?2026h";

    @TempDir
    Path directory;

    private CameraShell shell;

    @BeforeEach
    void open() {
        shell = CameraShell.withCameras(directory);
        shell.environment.put("TERM", "xterm");
        shell.session.put("camera.terminal", true);
        shell.session.put("COLUMNS", 60);
        shell.session.put("LINES", 10);
        fill(Color.WHITE);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private void fill(Color colour) {
        fill(colour, 64);
    }

    private void fill(Color colour, int width) {
        BufferedImage image = new BufferedImage(width, 48, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < width * 48; at++) {
            image.setRGB(at % width, at / width, colour.getRGB());
        }
        shell.captures.image = image;
    }

    private CompletableFuture<Object> preview(String words) {
        CompletableFuture<Object> ended = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        ended.complete(shell.run("camera:preview --fps 60 " + words));
                    } catch (Exception e) {
                        ended.completeExceptionally(e);
                    }
                })
                .start();
        return ended;
    }

    private TerminalScreen screen() {
        String output = shell.output();
        int whole = output.lastIndexOf("\033[?2026l");
        return TerminalScreen.of(output.substring(0, Math.max(0, whole)));
    }

    private void awaitLastLine(String start) {
        await().atMost(LONG)
                .until(() -> screen().lines().stream()
                        .reduce((first, second) -> second)
                        .orElse("")
                        .startsWith(start));
    }

    private int drawings() {
        return shell.output().split(UPDATE.replace("[", "\\[").replace("?", "\\?"), -1).length - 1;
    }

    private void interrupt(CompletableFuture<Object> preview) {
        shell.session.foregroundJob().interrupt();
        await().atMost(LONG).until(preview::isDone);
        assertThatTheTerminalIsAsBefore();
    }

    private void assertThatTheTerminalIsAsBefore() {
        await().atMost(LONG).until(() -> shell.output().endsWith(SHOW));
        assertThat(TerminalScreen.of(shell.output()).hasCursorBelow()).isTrue();
        await().atMost(LONG).until(() -> shell.devices.tracks.stream().allMatch(track -> track.listening() == 0));
        await().atMost(LONG).until(() -> shell.captures.openBitmaps.get() == 0);
    }

    @Test
    void itIsLiveUntilItIsInterrupted() throws Exception {
        CompletableFuture<Object> preview = preview("door");
        awaitLastLine("door  Front door  640x480 @ 30 fps");
        fill(Color.BLACK);
        await().atMost(LONG).until(() -> screen().lines().size() == 1);
        fill(Color.WHITE);
        await().atMost(LONG).until(() -> screen().lines().size() == 9);

        assertThat(screen().showsCursor()).isFalse();
        interrupt(preview);

        assertThat(shell.devices.lastTrack().isStopped()).isTrue();
        assertThat(shell.print("camera:devices")).contains("Front door");
    }

    @Test
    void itDrawsInItsOwnPlaceBelowWhatWasPrintedBefore() {
        shell.session.getConsole().println("what was printed before");
        CompletableFuture<Object> preview = preview("door");
        await().atMost(LONG).until(() -> drawings() > 3);

        interrupt(preview);

        List<String> lines = TerminalScreen.of(shell.output()).lines();
        assertThat(lines).hasSize(10).startsWith("what was printed before");
        assertThat(lines.subList(1, 9)).allMatch(line -> line.matches("@{21}"));
        assertThat(shell.output()).containsOnlyOnce(HIDE).containsOnlyOnce(SHOW);
    }

    @Test
    void aPictureThatBecomesNarrowerLeavesNothingBesideIt() {
        CompletableFuture<Object> preview = preview("door");
        await().atMost(LONG).until(() -> screen().lines().contains("@".repeat(21)));

        fill(Color.WHITE, 24);

        await().atMost(LONG).until(() -> screen().lines().contains("@".repeat(8)));
        assertThat(screen().lines())
                .hasSize(9)
                .filteredOn("@".repeat(8)::equals)
                .hasSize(8);
        interrupt(preview);
    }

    @Test
    void anOpenTrackStaysOpen() throws Exception {
        shell.run("t = camera:open door");
        CompletableFuture<Object> preview = preview("$t");
        awaitLastLine("t1  Front door");

        interrupt(preview);

        assertThat(shell.devices.lastTrack().isStopped()).isFalse();
        assertThat(shell.devices.asked).hasSize(1);
    }

    @Test
    void aMutedCameraSaysSoAndKeepsItsLastPicture() throws Exception {
        CompletableFuture<Object> preview = preview("door");
        awaitLastLine("door  Front door");
        FakeTrack track = shell.devices.lastTrack();

        track.muted = true;
        track.tell(TrackEvent.Type.MUTE, "the cable");
        awaitLastLine("door  muted: the cable");
        assertThat(screen().lines()).hasSize(9);

        track.muted = false;
        track.tell(TrackEvent.Type.UNMUTE, "");
        awaitLastLine("door  Front door");
        interrupt(preview);
    }

    @Test
    void aCameraThatEndsSaysWhyAndEndsThePreview() {
        CompletableFuture<Object> preview = preview("door");
        awaitLastLine("door  Front door");

        shell.devices.lastTrack().stop();
        shell.devices.lastTrack().tell(TrackEvent.Type.ENDED, "it was unplugged");

        assertThat(preview).succeedsWithin(LONG).isNull();
        awaitLastLine("door  ended: it was unplugged");
        assertThat(screen().lines()).hasSize(9);
        assertThatTheTerminalIsAsBefore();
    }

    @Test
    void aTrackThatIsClosedEndsThePreview() throws Exception {
        shell.run("t = camera:open door");
        CompletableFuture<Object> preview = preview("t1");
        awaitLastLine("t1  Front door");

        shell.devices.lastTrack().stop();

        assertThat(preview).succeedsWithin(LONG).isNull();
        awaitLastLine("t1  ended: it was closed");
    }

    @Test
    void severalCamerasStandBesideEachOtherUntilTheLastHasEnded() {
        CompletableFuture<Object> preview = preview("mock door");
        awaitLastLine("mock  Mock camera");
        assertThat(screen().lines()).last().asString().matches("mock  Mock camera.* door  Front door.*");

        shell.devices.tracks.get(0).stop();
        shell.devices.tracks.get(0).tell(TrackEvent.Type.ENDED, "gone");
        awaitLastLine("mock  ended: gone");
        assertThat(screen().lines()).last().asString().contains("door  Front door");
        assertThat(preview).isNotDone();

        shell.devices.tracks.get(1).stop();
        shell.devices.tracks.get(1).tell(TrackEvent.Type.ENDED, "");
        assertThat(preview).succeedsWithin(LONG).isNull();
        assertThatTheTerminalIsAsBefore();
    }

    @Test
    void itFollowsATerminalThatIsResizedAlsoWhenNoPictureComes() {
        CompletableFuture<Object> preview = preview("door");
        awaitLastLine("door  Front door");
        shell.devices.lastTrack().muted = true;
        shell.devices.lastTrack().tell(TrackEvent.Type.MUTE, "");
        awaitLastLine("door  muted");

        shell.session.put("LINES", 16);

        await().atMost(LONG).until(() -> screen().lines().size() == 15);
        assertThat(screen().lines().get(0)).isEqualTo("@".repeat(37));
        // Where the lines are now that the terminal has wrapped them anew, only it knows.
        assertThat(shell.output()).containsOnlyOnce("\033[H\033[2J");
        interrupt(preview);
    }

    @Test
    void whileTheTerminalIsTooSmallItSaysSoAndGoesOnWhenThereIsPlaceAgain() {
        CompletableFuture<Object> preview = preview("door");
        awaitLastLine("door  Front door");

        shell.session.put("LINES", 1);
        await().atMost(LONG).until(() -> shell.output().contains("pictures: there is no place for 1 in a terminal"));
        assertThat(preview).isNotDone();

        shell.session.put("LINES", 16);
        await().atMost(LONG).until(() -> screen().lines().size() == 15);
        interrupt(preview);
        assertThatTheTerminalIsAsBefore();
    }

    @Test
    void thereIsOnePictureOnItsWayAtATime() {
        AtomicInteger asked = new AtomicInteger();
        Deferred<ImageBitmap> slow = new Deferred<>();
        shell.captures.frames = track -> {
            return asked.incrementAndGet() == 1 ? slow.getPromise() : Promises.resolved(shell.captures.bitmap());
        };
        CompletableFuture<Object> preview = preview("door");
        await().atMost(LONG).until(() -> asked.get() == 1);

        shell.session.put("COLUMNS", 50);
        awaitLastLine("door  Front door");
        shell.session.put("COLUMNS", 40);
        await().atMost(LONG).until(() -> drawings() == 2);
        assertThat(asked).hasValue(1);

        slow.resolve(shell.captures.bitmap());
        await().atMost(LONG).until(() -> asked.get() > 1);
        interrupt(preview);
    }

    @Test
    void aPictureThatFailsIsToldAndTheNextOneIsTried() {
        shell.captures.failure = new MediaException(ErrorName.UNKNOWN, "no frame came");
        CompletableFuture<Object> preview = preview("door");
        awaitLastLine("door  UnknownError: no frame came");

        shell.captures.failure = null;

        awaitLastLine("door  Front door");
        interrupt(preview);
    }

    @Test
    void aPictureThatComesAfterTheEndIsGivenBack() {
        Deferred<ImageBitmap> late = new Deferred<>();
        AtomicInteger asked = new AtomicInteger();
        shell.captures.frames = track -> {
            asked.incrementAndGet();
            return late.getPromise();
        };
        CompletableFuture<Object> preview = preview("door");
        await().atMost(LONG).until(() -> asked.get() == 1);
        interrupt(preview);

        late.resolve(shell.captures.bitmap());

        await().atMost(LONG).until(() -> shell.captures.openBitmaps.get() == 0);
    }

    @Test
    void onceDrawsOnePictureOfEachAndClosesTheCameras() throws Exception {
        assertThat(shell.run("camera:preview mock door --once")).isNull();

        List<String> lines = shell.output().lines().toList();
        assertThat(lines).hasSize(9);
        assertThat(lines.get(0)).matches("@{21} +@{21}");
        assertThat(lines.get(8)).matches("mock  Mock camera  640x480 @  door  Front door  640x480 @ 3");
        assertThat(shell.output()).doesNotContain("\033");
        assertThat(shell.devices.tracks).hasSize(2).allMatch(FakeTrack::isStopped);
        assertThat(shell.captures.openBitmaps.get()).isZero();
    }

    @Test
    void aCameraIsOpenedInAModeOfItsOwnThatIsNotLargerThanNeeded() throws Exception {
        shell.run("camera:preview door --once");
        assertThat(shell.devices.lastAsked().toMap())
                .hasToString("{deviceId={exact=id-door}, width={ideal=640}, resizeMode={ideal=none}}");

        shell.session.put("COLUMNS", 200);
        shell.run("camera:preview door --once --as kitty");
        assertThat(shell.devices.lastAsked().toMap()).asString().contains("width={ideal=2000}");
    }

    @Test
    void withoutANameItIsTheBestCameraThatCanBeOpened() throws Exception {
        shell.devices.failures.put("mock", new MediaException(ErrorName.NOT_READABLE, "mock: busy"));

        shell.run("camera:preview --once");

        assertThat(shell.output()).contains("door  Front door");
        assertThat(shell.errors())
                .isEqualTo("camera:preview: passed over mock (Mock camera): NotReadableError: mock: busy\n");
    }

    @Test
    void aCameraThatCannotBeOpenedClosesTheOthers() {
        shell.devices.failures.put("door", new MediaException(ErrorName.NOT_READABLE, "door: busy"));

        assertThatThrownBy(() -> shell.run("camera:preview mock door"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("NotReadableError: door: busy");
        assertThat(shell.devices.tracks).hasSize(1).allMatch(FakeTrack::isStopped);
        assertThat(shell.output()).isEmpty();
    }

    @Test
    void outsideATerminalItIsOnceOrAsIsSaid() throws Exception {
        shell.session.put("camera.terminal", false);

        for (String words : List.of("door", "door --as auto")) {
            assertThatThrownBy(() -> shell.run("camera:preview " + words))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("there is no terminal to draw in again and again; accepted are --once, for"
                            + " one picture, and --as with one of kitty, iterm, sixel, blocks, blocks256, ascii");
        }
        assertThat(shell.devices.asked).isEmpty();
        shell.run("camera:preview door --once");
        assertThat(shell.output()).startsWith("@".repeat(21) + "\n").doesNotContain("\033");

        CompletableFuture<Object> preview = preview("door --as blocks");
        await().atMost(LONG).until(() -> drawings() > 0);
        interrupt(preview);
    }

    @Test
    void whatIsPipedIsPlainUnlessAFormIsAskedFor() throws Exception {
        shell.environment.put("COLORTERM", "truecolor");
        shell.session.put("dump", (org.apache.felix.service.command.Function) (session, arguments) -> new String(
                org.apache.felix.service.command.Process.Utils.current().in().readAllBytes(), "UTF-8"));

        assertThat(shell.run("camera:preview door --once | dump"))
                .asString()
                .startsWith("@@@")
                .doesNotContain("\033");
        assertThat(shell.run("camera:preview door --once --as blocks | dump"))
                .asString()
                .startsWith("\033[48;2;255");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "61", "-1", "many", "''", "1e1"})
    void aWrongRateIsAnError(String fps) {
        assertThatThrownBy(() -> shell.run("camera:preview door --fps " + fps))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--fps: \"" + fps.replace("'", "")
                        + "\" is no number of pictures per second; above 0, up to 60 are accepted; usage:"
                        + " camera:preview [TRACK or CAMERA]... [--once] [--as FORM] [--fps N]");
        assertThat(shell.devices.asked).isEmpty();
    }

    @Test
    void aWrongFormIsAnErrorBeforeAnyCameraIsOpened() {
        assertThatThrownBy(() -> shell.run("camera:preview door --once --as png"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--as: \"png\" is no way to show a picture; accepted are auto, kitty");
        assertThatThrownBy(() -> shell.run("camera:preview door --as"))
                .hasMessageContaining("--as FORM: the value is missing");
        assertThat(shell.devices.asked).isEmpty();
    }
}
