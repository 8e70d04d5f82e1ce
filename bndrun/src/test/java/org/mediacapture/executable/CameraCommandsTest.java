// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The camera commands of the executable jar, as the README promises them. */
class CameraCommandsTest {
    @TempDir
    Path directory;

    private ExecutableJar jar;

    @BeforeEach
    void useFreshData() throws IOException {
        jar = ExecutableJar.inside(directory);
    }

    @Test
    void oneCommandTakesAPhotoOfTheLargestSize() throws Exception {
        ProcessResult result = jar.commands("camera:photo first.jpg");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).matches("first.jpg +3840x2160 +\\d+ bytes +image/jpeg +\\d+ ms\\R");
        BufferedImage photo = ImageIO.read(jar.directory().resolve("first.jpg").toFile());
        assertThat(photo.getWidth()).isEqualTo(3840);
    }

    @Test
    void devicesAsJsonIsOneDocumentAndNothingElse() throws Exception {
        ProcessResult result = jar.commands("camera:devices --json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("[").endsWith("]\n");
        assertThat(result.out()).contains("deviceId", "kind", "label", "groupId", "name", "provider");
    }

    @Test
    void anUnknownCameraIsAnErrorThatSaysWhatExists() throws Exception {
        ProcessResult result = jar.commands("camera:photo nosuch x.jpg");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("nosuch", "mock", "camera:devices");
        assertThat(jar.directory()).isEmptyDirectory();
    }

    @Test
    void anUnreachableCameraIsNotReadable() throws Exception {
        ProcessResult result = jar.commands("camera:add http://127.0.0.1:1/stream name=x; camera:photo x x.jpg");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("NotReadableError", "http://127.0.0.1:1/stream", "refused");
        assertThat(jar.directory()).isEmptyDirectory();
    }

    @Test
    void whatWasAddedIsThereInTheNextProcess() throws Exception {
        jar.commands("camera:add lavfi:testsrc2=size=320x240:rate=25 name=pattern");

        ProcessResult listed = jar.commands("camera:devices; camera:photo pattern pattern.jpg");

        assertThat(listed.exitCode()).isZero();
        assertThat(listed.out()).contains("pattern").contains("320x240");
        assertThat(jar.commands("camera:remove pattern; camera:devices").out()).doesNotContain("pattern  pattern");
    }
}
