// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.shell.output.Screen;
import org.mediacapture.shell.words.CommandFailure;

class BurstCommandTest {
    @TempDir
    Path directory;

    private CameraShell shell;
    private int asked;

    @BeforeEach
    void open() {
        shell = CameraShell.withCameras(directory);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    /** Has something happen when the photo of a number is asked for. */
    private void atPhoto(int number, Runnable event) {
        shell.captures.onPhoto = () -> {
            asked++;
            if (asked == number) {
                event.run();
            }
        };
    }

    private void eachPhotoTakes(Duration length) {
        shell.captures.onPhoto = () -> shell.time.pass(length);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void photosGoIntoNumberedFilesAndTheAnswerTellsOfAll() throws Exception {
        eachPhotoTakes(Duration.ofMillis(500));

        assertThat(shell.print("camera:burst door door.jpg --count 3"))
                .isEqualTo("3 photos  door-0001.jpg to door-0003.jpg  64x48  " + 3 * shell.captures.photo.size()
                        + " bytes  1.5 s");

        assertThat(files()).containsExactly("door-0001.jpg", "door-0002.jpg", "door-0003.jpg");
        assertThat(directory.resolve("door-0003.jpg")).hasBinaryContent(shell.captures.photo.bytes());
        assertThat(shell.output()).isEmpty();
        assertThat(shell.errors()).isEmpty();
    }

    @Test
    void oneCameraIsOpenedOnceForAllPhotosAndClosed() throws Exception {
        shell.run("camera:burst door door.jpg --count 5");

        assertThat(shell.devices.tracks).hasSize(1);
        assertThat(shell.captures.used).containsExactly(shell.devices.lastTrack());
        assertThat(shell.devices.lastTrack().isStopped()).isTrue();
    }

    @Test
    void anOpenTrackIsUsedAndStaysOpen() throws Exception {
        shell.run("t = camera:open door");

        shell.run("camera:burst $t door.jpg --count 2");

        assertThat(shell.devices.tracks).hasSize(1);
        assertThat(shell.devices.lastTrack().isStopped()).isFalse();
        assertThat(files()).hasSize(2);
    }

    @Test
    void settingsAreThoseOfEveryPhotoAndTheEndingTellsTheType() throws Exception {
        shell.run("camera:burst door door.png imageWidth=320 --count 2");

        assertThat(shell.captures.settings)
                .containsExactly(
                        PhotoSettings.fromMap(java.util.Map.of("imageWidth", 320, "type", "image/png")),
                        PhotoSettings.fromMap(java.util.Map.of("imageWidth", 320, "type", "image/png")));
    }

    @Test
    void withoutACountThereAreTen() throws Exception {
        shell.run("camera:burst door.jpg");

        assertThat(files()).hasSize(10);
    }

    @Test
    void everyCountsFromTheBeginningOfAPhotoSoThatNothingAddsUp() throws Exception {
        eachPhotoTakes(Duration.ofMillis(300));

        shell.run("camera:burst door door.jpg --count 4 --every 1");

        assertThat(shell.time.awaited()).containsExactly(1000L, 2000L, 3000L);
    }

    @Test
    void aLatePhotoIsNotMadeUpForAndTheAnswerTellsWhatWasMissed() throws Exception {
        atPhoto(2, () -> shell.time.pass(Duration.ofMillis(2500)));

        assertThat(shell.print("camera:burst door door.jpg --count 4 --every 1"))
                .endsWith("  5.0 s  2 missed: a photo took longer than the pause");
        assertThat(shell.time.awaited()).containsExactly(1000L, 4000L, 5000L);
        assertThat(files()).hasSize(4);
    }

    @Test
    void aPhotoThatTakesExactlyThePauseMissesNothing() throws Exception {
        eachPhotoTakes(Duration.ofSeconds(1));

        assertThat(shell.print("camera:burst door door.jpg --count 3 --every 1"))
                .doesNotContain("missed");
    }

    @Test
    void aTerminalShowsOneLineOfProgressThatIsGoneAtTheEnd() throws Exception {
        shell.session.put(Screen.TERMINAL, true);
        eachPhotoTakes(Duration.ofMillis(1100));

        shell.run("camera:burst door door.jpg --count 3");

        assertThat(shell.output())
                .isEqualTo("\r1 of 3  door-0001.jpg  3 s left\r2 of 3  door-0002.jpg  2 s left"
                        + "\r3 of 3  door-0003.jpg          \r                     \r");
    }

    @Test
    void whatIsLeftOfALongSeriesIsToldInMinutes() throws Exception {
        shell.session.put(Screen.TERMINAL, true);

        shell.run("camera:burst door door.jpg --count 8 --every 60");

        assertThat(shell.output())
                .contains("\r1 of 8  door-0001.jpg  7 min left\r")
                .contains("  60 s left");
    }

    @Test
    void jsonIsOneDocumentAlsoInATerminal() throws Exception {
        shell.session.put(Screen.TERMINAL, true);

        JsonObject burst = JsonParser.parseString(shell.print("camera:burst door door.jpg --count 2 --json"))
                .getAsJsonObject();

        assertThat(burst.keySet())
                .containsExactly(
                        "photos", "first", "last", "width", "height", "type", "bytes", "missed", "milliseconds");
        assertThat(burst.get("photos").getAsInt()).isEqualTo(2);
        assertThat(burst.get("last").getAsString())
                .isEqualTo(directory.resolve("door-0002.jpg").toString());
        assertThat(shell.output()).isEmpty();
    }

    @Test
    void aFileOfTheSeriesIsAnErrorBeforeTheFirstPhoto() throws Exception {
        Files.createFile(directory.resolve("door-0003.jpg"));

        assertThatThrownBy(() -> shell.run("camera:burst door door.jpg"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("door-0003.jpg is there already, and no photo is overwritten; --resume goes on with"
                        + " door-0004.jpg, and another FILE begins another series");
        assertThat(shell.devices.tracks).isEmpty();
        assertThat(files()).containsExactly("door-0003.jpg");
    }

    @Test
    void resumeGoesOnAfterTheHighestNumberUpToTheCount() throws Exception {
        Files.createFile(directory.resolve("door-0003.jpg"));

        assertThat(shell.print("camera:burst door door.jpg --count 5 --resume"))
                .startsWith("2 photos  door-0004.jpg to door-0005.jpg  ");
        assertThat(directory.resolve("door-0003.jpg")).isEmptyFile();
        assertThat(files()).containsExactly("door-0003.jpg", "door-0004.jpg", "door-0005.jpg");
    }

    @Test
    void aSeriesThatIsCompleteNeedsNoCamera() throws Exception {
        Files.createFile(directory.resolve("door-0005.jpg"));

        assertThat(shell.print("camera:burst door door.jpg --count 5 --resume"))
                .isEqualTo("5 photos were to be there, and 5 are, up to door-0005.jpg; nothing to do");
        assertThat(shell.devices.tracks).isEmpty();
    }

    @Test
    void aFullDiskLeavesNoHalfPhotoAndTheErrorTellsHowToGoOn() throws Exception {
        atPhoto(3, () -> shell.room = 10);

        assertThatThrownBy(() -> shell.run("camera:burst door door.jpg"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("door-0003.jpg: the disk is full: 10 bytes are free, and the photo has "
                        + shell.captures.photo.size()
                        + "; 2 of 10 photos are written; the same command with --resume goes on with door-0003.jpg");
        assertThat(files()).containsExactly("door-0001.jpg", "door-0002.jpg");

        shell.room = Long.MAX_VALUE;
        shell.run("camera:burst door door.jpg --resume");
        assertThat(files()).hasSize(10);
    }

    @Test
    void aDirectoryThatIsRemovedMeanwhileEndsItWithHowFarItCame() throws Exception {
        Path inner = Files.createDirectory(directory.resolve("in"));
        atPhoto(2, () -> {
            try {
                Files.delete(inner.resolve("door-0001.jpg"));
                Files.delete(inner);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        assertThatThrownBy(() -> shell.run("camera:burst door in/door.jpg --count 3"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("in")
                .hasMessageEndingWith("; 1 of 3 photos is written; the same command with --resume goes on with"
                        + " in/door-0002.jpg");
    }

    @Test
    void aCameraThatFailsEndsItWithHowFarItCame() throws Exception {
        atPhoto(
                3,
                () -> shell.captures.failure =
                        new MediaException(ErrorName.UNKNOWN, "door: no photo within 10 s, since it was pulled out"));

        assertThatThrownBy(() -> shell.run("camera:burst door door.jpg --count 5"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("UnknownError: door: no photo within 10 s, since it was pulled out; 2 of 5 photos are"
                        + " written; the same command with --resume goes on with door-0003.jpg");
        assertThat(files()).containsExactly("door-0001.jpg", "door-0002.jpg");
        assertThat(shell.devices.lastTrack().isStopped()).isTrue();
    }

    @Test
    void aCameraThatDoesNotOpenFailsWithTheReasonAlone() {
        shell.devices.failures.put("door", new MediaException(ErrorName.NOT_READABLE, "door: Connection refused"));

        assertThatThrownBy(() -> shell.run("camera:burst door door.jpg"))
                .hasMessage("NotReadableError: door: Connection refused");
    }

    @Test
    void anInterruptLeavesWhatIsWrittenAndTellsHowToGoOn() throws Exception {
        atPhoto(2, () -> Thread.currentThread().interrupt()); // the thread of the command

        assertThatThrownBy(() -> shell.run("camera:burst door door.jpg --every 1"))
                .isInstanceOf(InterruptedException.class);

        assertThat(shell.errors())
                .isEqualTo("camera:burst: interrupted; 1 of 10 photos is written; the same command with --resume"
                        + " goes on with door-0002.jpg\n");
        assertThat(files()).containsExactly("door-0001.jpg");
        assertThat(shell.devices.lastTrack().isStopped()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--count 0", "--count 1.5", "--count many", "--count 1000001", "--every 0", "--every soon"})
    void aNumberThatIsNoneIsShownWithWhatIsAccepted(String option) {
        String[] words = option.split(" ");

        assertThatThrownBy(() -> shell.run("camera:burst door door.jpg " + option))
                .hasMessageContaining(words[0] + ": \"" + words[1] + "\" is not a ")
                .hasMessageContaining("usage: camera:burst [TRACK or CAMERA] FILE [SETTINGS] [--count N]");
        assertThat(shell.devices.tracks).isEmpty();
    }
}
