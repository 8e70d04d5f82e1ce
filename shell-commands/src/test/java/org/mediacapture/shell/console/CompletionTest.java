// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.ULongRange;
import org.mediacapture.shell.command.CameraShell;

class CompletionTest {
    @TempDir
    Path directory;

    private CameraShell shell;

    @BeforeEach
    void open() throws Exception {
        shell = CameraShell.withCameras(directory);
        shell.run("t = camera:open mock");
        shell.canDo(MediaTrackCapabilities.builder()
                .with(ConstrainableProperty.WIDTH, new ULongRange(1, 1920))
                .with(ConstrainableProperty.ZOOM, new MediaSettingsRange(1, 4, 0.1))
                .with(ConstrainableProperty.RESIZE_MODE, Choices.of("none", "crop-and-scale"))
                .build());
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void aTrackIsOfferedByItsVariableAndByItsName() {
        assertThat(after("camera:settings ")).containsExactly("$t", "t1");
    }

    @Test
    void aPhotoTakesATrackOrACamera() {
        assertThat(after("camera:photo ")).containsExactly("$t", "t1", "mock", "door");
    }

    @Test
    void constraintsAreThoseThatTheTrackCanMeet() {
        assertThat(after("camera:apply $t ")).containsExactly("width=", "zoom=", "resizeMode=");
        assertThat(after("camera:apply t1 resizeMode="))
                .containsExactly("resizeMode=none", "resizeMode=crop-and-scale");
        assertThat(after("camera:apply t1 resizeMode.exact="))
                .containsExactly("resizeMode.exact=none", "resizeMode.exact=crop-and-scale");
        assertThat(after("camera:apply t1 zoom=2 ")).doesNotContain("zoom=").contains("width=");
    }

    @Test
    void beforeACameraIsOpenAllPropertiesAreOffered() {
        assertThat(after("camera:open mock ")).contains("width=", "zoom=", "echoCancellation=");
        assertThat(after("camera:open mock focusMode="))
                .containsExactly("focusMode=none", "focusMode=manual", "focusMode=single-shot", "focusMode=continuous");
    }

    @Test
    void photoSettingsAreOfferedWhenTheFileIsThere() {
        assertThat(after("camera:photo t1 a.jpg "))
                .contains("imageWidth=", "quality=")
                .doesNotContain("zoom=");
        assertThat(after("camera:photo t1 a.jpg fillLightMode="))
                .containsExactly("fillLightMode=auto", "fillLightMode=off", "fillLightMode=flash");
    }

    @Test
    void keysOfConfigurationsHaveTheirValues() {
        assertThat(after("camera:add http://127.0.0.1/ ")).contains("name=", "transport=");
        assertThat(after("camera:add http://127.0.0.1/ transport=")).containsExactly("transport=tcp", "transport=udp");
    }

    @Test
    void providersFollowTheCamera() {
        assertThat(after("camera:swap ")).containsExactly("$t", "t1", "mock", "door");
        assertThat(after("camera:swap door ")).containsExactly("javacv", "mock");
        assertThat(after("camera:prefer javacv ")).containsExactly("mock");
    }

    @Test
    void optionsAreOfferedOnce() {
        assertThat(after("camera:devices --")).containsExactly("--json", "--help", "--debug");
        assertThat(after("camera:devices --json --")).containsExactly("--help", "--debug");
        assertThat(after("camera:watch --for ")).isEmpty();
        assertThat(after("camera:photo mock --as "))
                .contains("auto", "kitty", "ascii")
                .doesNotContain("mock");
    }

    @Test
    void helpKnowsTheCommands() {
        assertThat(after("camera:help ")).contains("photo", "open", "help");
    }

    /** What is offered for the last word of a line, which may be empty. */
    private List<String> after(String line) {
        return new Completion(shell.admin(), shell.tracks())
                .apply(shell.session(), Arrays.asList(line.split(" ", -1))).stream()
                        .map(word -> word.split("\t")[0])
                        .toList();
    }
}
