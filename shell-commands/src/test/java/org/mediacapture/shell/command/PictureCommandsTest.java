// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.Blob;
import org.mediacapture.shell.words.CommandFailure;

class PictureCommandsTest {
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

    private static MediaException refused(String camera) {
        return new MediaException(ErrorName.NOT_READABLE, camera + ": Connection refused");
    }

    private void assertThatNothingIsLeft() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void photoPrintsFileSizeBytesTypeAndMilliseconds() throws Exception {
        assertThat(shell.print("camera:photo door door.jpg"))
                .matches("door\\.jpg  64x48  " + shell.captures.photo.size() + " bytes  image/jpeg  \\d+ ms");
        assertThat(directory.resolve("door.jpg")).hasBinaryContent(shell.captures.photo.bytes());
        assertThat(shell.errors()).isEmpty();
    }

    @Test
    void photoAsJsonIsOneDocument() throws Exception {
        JsonObject photo = JsonParser.parseString(shell.print("camera:photo door door.jpg --json"))
                .getAsJsonObject();

        assertThat(photo.keySet()).containsExactly("file", "width", "height", "bytes", "type", "milliseconds");
        assertThat(photo.get("file").getAsString())
                .isEqualTo(directory.resolve("door.jpg").toString());
        assertThat(photo.get("width").getAsInt()).isEqualTo(64);
        assertThat(photo.get("type").getAsString()).isEqualTo("image/jpeg");
    }

    @Test
    void aCameraIsOpenedAtItsLargestModeForTheOnePhotoAndClosed() throws Exception {
        shell.run("camera:photo door door.jpg");

        assertThat(shell.devices.lastAsked().toMap())
                .hasToString("{deviceId={exact=id-door}, width={ideal=65535}, height={ideal=65535}}");
        assertThat(shell.captures.used).containsExactly(shell.devices.lastTrack());
        assertThat(shell.devices.lastTrack().isStopped()).isTrue();
        assertThat(shell.tracks.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$t", "t1", "uuid-1"})
    void anOpenTrackIsUsedAndStaysOpen(String typed) throws Exception {
        shell.run("t = camera:open door");

        shell.run("camera:photo " + typed + " a.jpg");

        assertThat(directory.resolve("a.jpg")).exists();
        assertThat(shell.devices.asked).hasSize(1);
        assertThat(shell.devices.lastTrack().isStopped()).isFalse();
    }

    @Test
    void withoutASourceTheBestCameraIsTaken() throws Exception {
        shell.run("camera:photo first.jpg");

        assertThat(shell.devices.lastTrack().label()).isEqualTo("Mock camera");
        assertThat(shell.devices.lastTrack().isStopped()).isTrue();
    }

    @Test
    void aBestCameraThatCannotBeOpenedIsPassedOverWithALineOnStandardError() throws Exception {
        shell.devices.failures.put("mock", refused("mock"));

        shell.run("camera:photo first.jpg");

        assertThat(shell.devices.lastTrack().label()).isEqualTo("Front door");
        assertThat(shell.errors())
                .isEqualTo(
                        "camera:photo: passed over mock (Mock camera): NotReadableError: mock: Connection refused\n");
        assertThat(shell.output()).isEmpty();
    }

    @Test
    void whenNoCameraCanBeOpenedTheLastFailureIsShown() throws Exception {
        shell.devices.failures.put("mock", refused("mock"));
        shell.devices.failures.put("door", refused("door"));

        assertThatThrownBy(() -> shell.run("camera:photo first.jpg"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("NotReadableError: door: Connection refused");
        assertThat(shell.errors()).contains("passed over mock").doesNotContain("passed over door");
        assertThatNothingIsLeft();
    }

    @Test
    void aNamedCameraIsNotPassedOver() throws Exception {
        shell.devices.failures.put("door", refused("door"));

        assertThatThrownBy(() -> shell.run("camera:photo door x.jpg"))
                .hasMessage("NotReadableError: door: Connection refused");
        assertThatNothingIsLeft();
    }

    @Test
    void withoutAnyCameraTheErrorSaysHowToAddOne() throws Exception {
        try (CameraShell empty = new CameraShell(directory, CameraShell.IMPATIENT)) {
            assertThatThrownBy(() -> empty.run("camera:photo x.jpg"))
                    .hasMessage("NotFoundError: there is no camera; camera:add URL adds one");
        }
    }

    @Test
    void anUnknownCameraLeavesNoFile() throws Exception {
        assertThatThrownBy(() -> shell.run("camera:photo nosuch x.jpg"))
                .hasMessage("NotFoundError: track or camera \"nosuch\" not found; no track is open; there is mock"
                        + " (Mock camera), door (Front door) (camera:devices lists them)");
        assertThatNothingIsLeft();
    }

    @Test
    void aPhotoThatFailsClosesTheCameraAndLeavesTheOldFile() throws Exception {
        Files.writeString(directory.resolve("x.jpg"), "old");
        shell.captures.failure = new MediaException(ErrorName.UNKNOWN, "door: no frame within 5 s");

        assertThatThrownBy(() -> shell.run("camera:photo door x.jpg"))
                .hasMessage("UnknownError: door: no frame within 5 s");
        assertThat(directory.resolve("x.jpg")).hasContent("old");
        assertThat(shell.devices.lastTrack().isStopped()).isTrue();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void anExistingFileIsReplaced() throws Exception {
        Files.writeString(directory.resolve("x.jpg"), "old");

        shell.run("camera:photo door x.jpg");

        assertThat(directory.resolve("x.jpg")).hasBinaryContent(shell.captures.photo.bytes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "imageWidth=1280 imageHeight=720 | {imageHeight=720.0, imageWidth=1280.0}",
                "fillLightMode=flash | {fillLightMode=flash}",
                "redEyeReduction=true | {redEyeReduction=true}",
                "type=image/jpeg quality=0.8 | {type=image/jpeg, quality=0.8}",
                "[quality=1] | {quality=1.0}",
                "[imageWidth=1280] | {imageWidth=1280.0}",
                "'{\"imageWidth\":1280,\"nosuch\":1}' | {imageWidth=1280.0}",
            })
    @Rule("IDL-2")
    void settingsAreTypedAsWordsMapsAndJson(String typed, String settings) throws Exception {
        shell.run("camera:photo door x.jpg " + typed);
        shell.run("camera:photo " + typed + " door x.jpg");
        shell.run("camera:photo x.jpg " + typed);

        assertThat(shell.captures.settings)
                .hasSize(3)
                .allSatisfy(given -> assertThat(given.toMap()).hasToString(settings));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "door x.jpg imageWdth=3 | \"imageWdth\" is no photo setting",
                "door x.jpg imageWdth=3 | did you mean imageWidth?",
                "door x.jpg imageWidth=big | imageWidth: \"big\" is not a number",
                "door x.jpg imageWidth=1 imageWidth=2 | imageWidth is given twice",
                "door x.jpg fillLightMode=on | fillLightMode: \"on\" is not one of auto, off, flash",
                "door x.jpg quality=2 | quality: 2.0 is not a number from 0 to 1",
                "door x.jpg quality=best | quality: \"best\" is not a number from 0 to 1",
                "door x.jpg quality=NaN | quality: \"NaN\" is not a number from 0 to 1",
                "door x.gif | \"x.gif\" ends in .gif, which is no format of a photo; .jpg, .jpeg and .png are",
                "door x.raw type=image/png | \"x.raw\" ends in .raw, which is no format of a photo",
                "door | FILE is missing after door",
                "id-door | FILE is missing after id-door",
                "'Front door' | FILE is missing after Front door",
                "door '' | FILE is empty",
                "door x.jpg type=image/gif | type: \"image/gif\" is not one of image/jpeg, image/png",
                "door x type=png | type: \"png\" is not one of image/jpeg, image/png",
                "door x.jpg type=image/png | type=image/png contradicts the file \"x.jpg\", which is image/jpeg",
                "door x.PNG type=image/jpeg | type=image/jpeg contradicts the file \"x.PNG\", which is image/png",
                "door x.jpeg '{\"type\":\"image/png\"}' | type=image/png contradicts the file \"x.jpeg\"",
                "door x.jpg redEyeReduction=1 | redEyeReduction: \"1\" is not true or false",
                "door x.jpg {\"imageWidth\":1} | JSON stands in single quotes",
                "door x.jpg {\"imageWidth\":1,\"imageHeight\":1} | JSON is quoted",
                "door x.jpg --jpeg | there is no option --jpeg",
                "door other x.jpg | \"door\" is one name too many",
                "imageWidth=3 | FILE is missing",
                "nodir/x.jpg | there is no directory",
                "door . | is a directory, not a file",
            })
    @Rule("IDL-4")
    void aMistakeIsAnErrorBeforeAnyCameraIsOpened(String typed, String message) throws Exception {
        assertThatThrownBy(() -> shell.run("camera:photo " + typed))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(message);
        assertThat(shell.devices.asked).isEmpty();
        assertThatNothingIsLeft();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "x.png | {type=image/png}",
                "x.PNG imageWidth=320 | {imageWidth=320.0, type=image/png}",
                "x.png type=image/png quality=0.5 | {type=image/png, quality=0.5}",
                "x.jpg | {}",
                "png | {}",
                "png type=image/png | {type=image/png}",
                ".png | {}",
            })
    void theEndingOfTheFileAsksForTheType(String typed, String settings) throws Exception {
        shell.run("camera:photo door " + typed);

        assertThat(shell.captures.settings.get(0).toMap()).hasToString(settings);
    }

    @Test
    void photoWithoutArgumentsShowsTheUsage() {
        assertThatThrownBy(() -> shell.run("camera:photo"))
                .hasMessage("camera:photo: FILE is missing; usage: camera:photo [TRACK or CAMERA] FILE [SETTINGS]"
                        + " [--json] [--show] [--as FORM]");
    }

    @Test
    void aTrackWithoutAFileIsAnError() throws Exception {
        shell.run("t = camera:open door");

        assertThatThrownBy(() -> shell.run("camera:photo $t"))
                .hasMessage(
                        "camera:photo: FILE is missing after t1; usage: camera:photo [TRACK or CAMERA] FILE [SETTINGS]"
                                + " [--json] [--show] [--as FORM]");
        assertThatThrownBy(() -> shell.run("camera:photo t1")).hasMessageContaining("FILE is missing after t1");
        assertThatThrownBy(() -> shell.run("camera:grab t1")).hasMessageContaining("FILE is missing after t1");
        assertThatNothingIsLeft();
    }

    @Test
    @Rule("X-16")
    void anOpenTrackHasOneImageCaptureForAllCommands() throws Exception {
        shell.run("t = camera:open door");

        shell.run("camera:photo-capabilities t1");
        shell.run("camera:photo $t x.jpg");
        assertThat(shell.captures.used).hasSize(1);

        shell.run("camera:close t1");
        shell.run("u = camera:open door");
        shell.run("camera:photo $u x.jpg");
        assertThat(shell.captures.used).hasSize(2);
    }

    @Test
    void aFileMayHaveAnyName() throws Exception {
        shell.run("camera:photo door photo");
        shell.run("camera:photo door 1.50.jpg");
        shell.run("camera:photo door 'with blank.jpg'");
        shell.run("camera:photo door \"" + directory.resolve("absolute.jpg") + "\"");

        assertThat(directory.toFile().list())
                .containsExactlyInAnyOrder("photo", "1.50.jpg", "with blank.jpg", "absolute.jpg");
    }

    @Test
    void relativeNamesBeginWhereTheSessionWasTakenByCd() throws Exception {
        Path other = Files.createDirectory(directory.resolve("other"));
        shell.session.put("_cwd", new File(other.toString()));

        shell.run("camera:photo door x.jpg");

        assertThat(other.resolve("x.jpg")).exists();
    }

    @Test
    void aPhotoThatIsNoJpegIsMeasuredToo() throws Exception {
        shell.captures.photo = new Blob("image/png", FakeCaptures.encoded("png"));

        assertThat(shell.print("camera:photo door x.png")).contains("  64x48  ").contains("image/png");
    }

    @Test
    void aPhotoOfUnknownKindIsWrittenAllTheSame() throws Exception {
        shell.captures.photo = new Blob("image/x-raw", new byte[] {1, 2, 3});

        assertThat(shell.print("camera:photo door raw")).contains("size unknown  3 bytes  image/x-raw");
        assertThat(shell.print("camera:photo door raw --json")).doesNotContain("width");
    }

    @Test
    void grabWritesAPngOfTheFrame() throws Exception {
        assertThat(shell.print("camera:grab door frame.png"))
                .matches("frame\\.png  64x48  \\d+ bytes  image/png  \\d+ ms");
        assertThat(ImageIO.read(directory.resolve("frame.png").toFile()).getWidth())
                .isEqualTo(64);
        assertThat(shell.devices.lastTrack().isStopped()).isTrue();
        assertThat(shell.captures.openBitmaps.get()).isZero();
    }

    @Test
    void grabTakesATrackOrTheBestCamera() throws Exception {
        shell.run("t = camera:open door");

        shell.run("camera:grab $t a.png");
        assertThat(shell.devices.lastTrack().isStopped()).isFalse();
        shell.run("camera:grab b.PNG");

        assertThat(shell.devices.lastTrack().label()).isEqualTo("Mock camera");
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("a.png", "b.PNG");
        assertThat(JsonParser.parseString(shell.print("camera:grab --json door c.png"))
                        .getAsJsonObject()
                        .get("height")
                        .getAsInt())
                .isEqualTo(48);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "door x.jpg | \"x.jpg\" does not end in .png",
                "door x.png width=3 | there are no settings for a frame",
                "nodir/x.png | there is no directory",
                "\"\" | FILE is missing",
            })
    void aMistakeInGrabIsAnErrorBeforeAnyCameraIsOpened(String typed, String message) throws Exception {
        assertThatThrownBy(() -> shell.run("camera:grab " + typed))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(message);
        assertThat(shell.devices.asked).isEmpty();
        assertThatNothingIsLeft();
    }

    @Test
    void aFrameThatDoesNotComeLeavesNoFile() throws Exception {
        shell.captures.failure = new MediaException(ErrorName.UNKNOWN, "door: no frame");

        assertThatThrownBy(() -> shell.run("camera:grab door x.png")).hasMessage("UnknownError: door: no frame");
        assertThatNothingIsLeft();
    }
}
