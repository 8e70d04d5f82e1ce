// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.shell.words.CommandFailure;

/** {@code camera:swap} and {@code camera:prefer}. */
class SwapCommandsTest {
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

    @Test
    void aCameraIsSwappedByATrackItsNameOrTheCamera() throws Exception {
        shell.run("t = camera:open door");

        assertThat(shell.print("camera:swap $t webcam")).isEqualTo("door  provider webcam");
        shell.run("camera:swap t1 javacv");
        shell.run("camera:swap door webcam");
        shell.run("camera:swap 'Front door' javacv");

        assertThat(shell.admin.swaps)
                .containsExactly("door to webcam", "door to javacv", "door to webcam", "door to javacv");
    }

    @Test
    void whatKeepsItFromBeingSwappedIsSaid() throws Exception {
        shell.admin.swapFailure = Optional.of(
                new MediaException(ErrorName.NOT_FOUND, "door: no provider \"webcam\" offers it; these do: javacv"));

        assertThatThrownBy(() -> shell.run("camera:swap door webcam"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("NotFoundError: door: no provider \"webcam\" offers it; these do: javacv");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    camera:swap|camera:swap: TRACK or CAMERA is missing; usage: camera:swap TRACK or CAMERA PROVIDER
                    camera:swap door|camera:swap: PROVIDER is missing; usage: camera:swap TRACK or CAMERA PROVIDER
                    camera:swap door webcam now|camera:swap: there is more than a camera and a provider; usage: camera:swap TRACK or CAMERA PROVIDER
                    camera:prefer webcam --none|camera:prefer: --none takes no names; usage: camera:prefer [PROVIDER...] [--none]
                    """)
    void aWrongFormIsToldTheRightOne(String line, String message) {
        assertThatThrownBy(() -> shell.run(line)).hasMessage(message);
    }

    @Test
    void aPreferenceIsWrittenBesideWhatTheConfigurationSays() throws Exception {
        shell.configurations
                .getConfiguration("org.mediacapture.core", "?")
                .update(new Hashtable<>(Map.of("grace", 3000L)));

        assertThat(shell.print("camera:prefer mock javacv")).isEqualTo("preferred: mock, javacv");

        assertThat(shell.configurations.singletons.get("org.mediacapture.core").asMap())
                .containsEntry("grace", 3000L)
                .containsEntry("provider.preference", new String[] {"mock", "javacv"});
    }

    @Test
    void aPreferenceIsToldAndTakenBack() throws Exception {
        assertThat(shell.print("camera:prefer")).isEqualTo("no provider is preferred: the highest ranking comes first");
        shell.run("camera:prefer javacv");
        assertThat(shell.print("camera:prefer")).isEqualTo("preferred: javacv");

        assertThat(shell.print("camera:prefer --none"))
                .isEqualTo("no provider is preferred: the highest ranking comes first");
    }

    @Test
    void aProviderThatIsNotHereIsPreferredWithAWord() throws Exception {
        assertThat(shell.print("camera:prefer webcma"))
                .isEqualTo("preferred: webcma  (offers no camera at present: webcma; there is javacv, mock)");
    }
}
