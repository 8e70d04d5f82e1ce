// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.shell.words.CommandFailure;

class PhotoQueriesTest {
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

    @Test
    void photoCapabilitiesPrintsRangesAndChoicesWithUnits() throws Exception {
        shell.run("t = camera:open door");

        assertThat(shell.print("camera:photo-capabilities $t").lines())
                .containsExactly(
                        "SETTING          VALUES                 UNIT",
                        "redEyeReduction  controllable",
                        "imageHeight      240 to 2160, step 240  px",
                        "imageWidth       320 to 3840, step 320  px",
                        "fillLightMode    auto, flash");
        assertThat(shell.devices.lastTrack().isStopped()).isFalse();
    }

    @Test
    void photoSettingsPrintsValuesWithUnits() throws Exception {
        assertThat(shell.print("camera:photo-settings door").lines())
                .containsExactly("SETTING      VALUE  UNIT", "imageHeight  48     px", "imageWidth   64     px");
    }

    @Test
    void bothAreDictionariesAsJson() throws Exception {
        assertThat(JsonParser.parseString(shell.print("camera:photo-capabilities --json door")))
                .isEqualTo(JsonParser.parseString("{\"redEyeReduction\":\"controllable\","
                        + "\"imageHeight\":{\"min\":240,\"max\":2160,\"step\":240},"
                        + "\"imageWidth\":{\"min\":320,\"max\":3840,\"step\":320},"
                        + "\"fillLightMode\":[\"auto\",\"flash\"]}"));
        assertThat(JsonParser.parseString(shell.print("camera:photo-settings --json door")))
                .isEqualTo(JsonParser.parseString("{\"imageHeight\":48,\"imageWidth\":64}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo-capabilities", "photo-settings"})
    void aCameraIsOpenedForTheQuestionAndClosed(String command) throws Exception {
        shell.run("camera:" + command + " door");
        assertThat(shell.devices.lastTrack().label()).isEqualTo("Front door");
        assertThat(shell.devices.lastTrack().isStopped()).isTrue();

        shell.run("camera:" + command);
        assertThat(shell.devices.lastTrack().label()).isEqualTo("Mock camera");
        assertThat(shell.devices.lastTrack().isStopped()).isTrue();
        assertThat(shell.tracks.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo-capabilities", "photo-settings"})
    void aCameraThatCannotTellIsAnErrorAndClosed(String command) {
        shell.captures.failure = new MediaException(ErrorName.OPERATION, "door: no answer");

        assertThatThrownBy(() -> shell.run("camera:" + command + " door"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("OperationError: door: no answer");
        assertThat(shell.devices.lastTrack().isStopped()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo-capabilities", "photo-settings"})
    void aMistakeIsAnErrorBeforeAnyCameraIsOpened(String command) {
        assertThatThrownBy(() -> shell.run("camera:" + command + " mock door"))
                .hasMessageContaining("usage: camera:" + command + " [TRACK or CAMERA] [--json]");
        assertThatThrownBy(() -> shell.run("camera:" + command + " nosuch"))
                .hasMessageContaining("track or camera \"nosuch\" not found");
        assertThat(shell.devices.asked).isEmpty();
    }
}
