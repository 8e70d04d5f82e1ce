// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.frame.Blob;
import org.mediacapture.shell.picture.PngFile;
import org.mediacapture.shell.picture.TerminalText;
import org.mediacapture.shell.picture.TestPicture;

class ShowTest {
    @TempDir
    Path directory;

    private CameraShell shell;

    @BeforeEach
    void open() {
        shell = CameraShell.withCameras(directory);
        shell.environment.put("TERM", "xterm-256color");
        shell.environment.put("COLORTERM", "truecolor");
        shell.session.put("camera.terminal", true);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void aPhotoIsDrawnBelowTheLineOfTheAnswer() throws Exception {
        shell.captures.photo = PngFile.of(TestPicture.image(TestPicture.gradient(64, 48)));

        String answer = shell.print("camera:photo door x.png --show");

        assertThat(answer.lines().findFirst().orElseThrow()).matches("x\\.png  64x48  \\d+ bytes  image/png  \\d+ ms");
        String drawing = answer.lines().skip(1).collect(Collectors.joining("\n"));
        assertThat(drawing.lines()).hasSize(22);
        assertThat(TestPicture.farthest(TerminalText.blocks(drawing), TestPicture.gradient(59, 44)))
                .isLessThanOrEqualTo(6);
        assertThat(directory.resolve("x.png")).hasBinaryContent(shell.captures.photo.bytes());
    }

    @Test
    void aJpegPhotoGoesToItermAsItIs() throws Exception {
        String answer = shell.print("camera:photo door x.jpg --as iterm");

        assertThat(answer).contains(":" + Base64.getEncoder().encodeToString(shell.captures.photo.bytes()) + "\007");
    }

    @Test
    void aFrameIsDrawnBelowTheLineOfTheAnswer() throws Exception {
        shell.captures.image = TestPicture.image(TestPicture.gradient(64, 48));

        String answer = shell.print("camera:grab door x.png --show --as blocks");

        String drawing = answer.lines().skip(1).collect(Collectors.joining("\n"));
        assertThat(TestPicture.farthest(TerminalText.blocks(drawing), TestPicture.gradient(59, 44)))
                .isLessThanOrEqualTo(6);
        assertThat(shell.captures.openBitmaps.get()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo", "grab"})
    void outsideATerminalItIsDrawnInLetters(String command) throws Exception {
        shell.session.put("camera.terminal", false);
        shell.captures.image = TestPicture.image(TestPicture.plain(64, 48, 0xFFFFFF));
        shell.captures.photo = PngFile.of(shell.captures.image);

        assertThat(shell.print("camera:" + command + " door x.png --show")
                        .lines()
                        .skip(1))
                .hasSize(22)
                .allMatch(line -> line.equals("@".repeat(59)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo", "grab"})
    void withoutTheOptionNothingIsDrawn(String command) throws Exception {
        assertThat(shell.print("camera:" + command + " door x.png").lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo", "grab"})
    void aProgramGetsNoDrawing(String command) {
        assertThatThrownBy(() -> shell.run("camera:" + command + " door x.png --show --json"))
                .hasMessageContaining("--show is for a person and --json for a program; leave one of the two out");
        assertThat(shell.devices.asked).isEmpty();
    }

    @Test
    void aPhotoThatCannotBeShownIsTakenAllTheSame() throws Exception {
        shell.captures.photo = new Blob("image/x-raw", new byte[] {1, 2, 3});

        assertThat(shell.print("camera:photo door raw --show"))
                .contains("3 bytes  image/x-raw")
                .endsWith("\nnot shown: image/x-raw is no kind of picture that this Java reads");
        assertThat(directory.resolve("raw")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void aDamagedPhotoIsWrittenAndSaidToBeDamaged() throws Exception {
        byte[] whole = FakeCaptures.encoded("png");
        byte[] half = Arrays.copyOf(whole, 40);
        shell.captures.photo = new Blob("image/png", half);

        assertThat(shell.print("camera:photo door x.png --show")).contains("\nnot shown: the picture is damaged: ");
        assertThat(directory.resolve("x.png")).hasBinaryContent(half);
    }
}
