// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.shell.output.Json;
import org.mediacapture.shell.words.CommandFailure;

class TrackStateCommandsTest {
    @TempDir
    Path directory;

    private CameraShell shell;

    @BeforeEach
    void open() throws Exception {
        shell = CameraShell.withCameras(directory);
        shell.run("t = camera:open mock");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private FakeTrack track() {
        return shell.devices.lastTrack();
    }

    private static Map<String, Object> json(String text) {
        return Json.object(text);
    }

    private FakeTrack lastClone() {
        return track().clones.get(track().clones.size() - 1);
    }

    @Test
    void constraintsPrintsBasicAndAdvancedSetsWithUnits() throws Exception {
        track().constraints = MediaTrackConstraints.fromMap(json("{\"width\":{\"min\":640,\"ideal\":1280},"
                + "\"facingMode\":[\"user\",\"left\"],\"advanced\":[{\"zoom\":2},{\"torch\":true}]}"));

        assertThat(shell.print("camera:constraints $t").lines())
                .containsExactly(
                        "SET         PROPERTY    ASKED                UNIT",
                        "basic       width       min 640, ideal 1280  px",
                        "basic       facingMode  user or left",
                        "advanced 1  zoom        2                    ratio",
                        "advanced 2  torch       true");
    }

    @Test
    @Rule("IDL-6")
    void constraintsAsJsonIsTheDictionary() throws Exception {
        shell.run("camera:apply t1 width.exact=1280 zoom=2");

        assertThat(JsonParser.parseString(shell.print("camera:constraints --json t1")))
                .isEqualTo(JsonParser.parseString("{\"width\":{\"exact\":1280},\"zoom\":2}"));
    }

    @Test
    void withoutConstraintsThatIsSaid() throws Exception {
        assertThat(shell.print("camera:constraints t1")).isEqualTo("nothing is asked of the track");
        assertThat(shell.print("camera:constraints t1 --json")).isEqualTo("{}");
    }

    @Test
    void supportedPrintsEveryPropertyWithKindUnitAndMedia() throws Exception {
        assertThat(shell.print("camera:supported").lines())
                .hasSize(1 + ConstrainableProperty.all().size())
                .contains(
                        "PROPERTY              VALUE                    UNIT                     MEDIA",
                        "width                 a number                 px                       video",
                        "sampleRate            a number                 Hz                       audio",
                        "torch                 true or false                                     video",
                        "deviceId              a string                                          audio, video");
    }

    @Test
    @Rule("SUP-1")
    void supportedAsJsonIsTheDictionary() throws Exception {
        Map<String, Object> supported = json(shell.print("camera:supported --json"));

        assertThat(supported).hasSize(ConstrainableProperty.all().size()).containsEntry("zoom", true);
        assertThat(supported.values()).containsOnly(true);
    }

    @Test
    void disableAndEnableSwitchTheTrack() throws Exception {
        assertThat(shell.print("camera:disable $t")).isEqualTo("t1  disabled");
        assertThat(track().isEnabled()).isFalse();

        assertThat(shell.print("camera:enable t1")).isEqualTo("t1  enabled");
        assertThat(track().isEnabled()).isTrue();
    }

    @Test
    void settingsAreReadFromTheCameraOnlyWhenAskedFor() throws Exception {
        track().chosen = Optional.of(MediaTrackSettings.builder()
                .with(ConstrainableProperty.EXPOSURE_TIME, 156.0)
                .build());

        assertThat(shell.print("camera:settings t1")).doesNotContain("exposureTime");
        assertThat(shell.print("camera:settings --read t1")).contains("exposureTime  156      100 µs");
        assertThat(json(shell.print("camera:settings $t --json --read"))).containsEntry("exposureTime", 156L);
    }

    @Test
    void aCameraThatCannotBeReadIsAnError() {
        assertThatThrownBy(() -> shell.run("camera:settings --read t1"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("OperationError: Mock camera does not answer");
    }

    @Test
    void aCloneGetsAShortNameOfItsOwn() throws Exception {
        assertThat(shell.print("camera:clone $t"))
                .isEqualTo("t2  Mock camera  640x480 @ 30 fps  (camera mock, provider mock)");

        shell.run("camera:close t1");
        assertThat(lastClone().isStopped()).isFalse();
        assertThat(shell.print("camera:settings t2")).contains("640");
    }

    @Test
    void constraintsAreAppliedToTheCloneAlone() throws Exception {
        shell.run("u = camera:clone t1 width=320 [frameRate=5]");

        assertThat(lastClone().constraints.toMap()).hasToString("{frameRate=5.0, width=320}");
        assertThat(track().constraints.toMap()).isEmpty();
        assertThat(shell.print("$u")).startsWith("t2  Mock camera  320x480 @ 5 fps");
    }

    @Test
    void aCloneThatCannotBeConstrainedIsStopped() {
        track().applyFailure = new OverconstrainedException("width", "width: 1 to 1920 are offered");

        assertThatThrownBy(() -> shell.run("camera:clone t1 width.exact=4000"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("OverconstrainedError: width: 1 to 1920 are offered");

        assertThat(lastClone().isStopped()).isTrue();
        assertThat(track().isStopped()).isFalse();
        assertThat(shell.tracks.all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "camera:clone | TRACK is missing; usage: camera:clone TRACK [CONSTRAINTS]",
                "camera:clone t1 door | \"door\" is no constraint",
                "camera:clone t1 widht=3 | \"widht\" is no constrainable property; did you mean width",
                "camera:clone t9 | track \"t9\" not found",
                "camera:stats t1 t2 | there is more than TRACK; usage: camera:stats [TRACK] [--follow] [--json]",
                "camera:supported zoom | takes no \"zoom\"",
                "camera:settings --live t1 | there is no option --live; usage: camera:settings TRACK [--read] [--json]",
                "camera:enable --json t1 | there is no option --json",
            })
    void aMistakeIsAnErrorAndNothingIsCloned(String line, String message) {
        assertThatThrownBy(() -> shell.run(line))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(message);
        assertThat(track().clones).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"enable", "disable", "constraints"})
    void aMissingTrackIsAnErrorWithTheUsage(String command) {
        assertThatThrownBy(() -> shell.run("camera:" + command))
                .hasMessageContaining("TRACK is missing; usage: camera:" + command + " TRACK");
    }

    @Test
    void anEndedTrackIsClonedAsItIsButNotConstrained() throws Exception {
        track().stop();

        assertThatThrownBy(() -> shell.run("camera:clone t1 zoom=2"))
                .hasMessage("InvalidStateError: t1 has ended; nothing was applied");
        shell.run("camera:clone t1");

        assertThat(lastClone().isStopped()).isTrue();
    }
}
