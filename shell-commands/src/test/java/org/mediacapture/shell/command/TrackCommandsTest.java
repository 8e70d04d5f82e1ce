// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.DoubleRange;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.constraint.ULongRange;
import org.mediacapture.constraint.ValueKind;
import org.mediacapture.shell.words.CommandFailure;

class TrackCommandsTest {
    private static final ConstrainableProperty<Double> GAIN = ConstrainableProperty.vendor(
                    "vendor:gain", ValueKind.DOUBLE, URI.create("https://example.org/gain"))
            .unit("dB")
            .build();

    @TempDir
    Path directory;

    private CameraShell shell;

    @BeforeEach
    void open() throws Exception {
        shell = CameraShell.withCameras(directory);
        shell.run("t = camera:open mock");
        shell.devices.lastTrack().capabilities = MediaTrackCapabilities.builder()
                .with(ConstrainableProperty.WIDTH, new ULongRange(1, 1920))
                .with(ConstrainableProperty.FRAME_RATE, new DoubleRange(0.5, 30))
                .with(ConstrainableProperty.ZOOM, new MediaSettingsRange(1, 4, 0.1))
                .with(ConstrainableProperty.RESIZE_MODE, Choices.of("none", "crop-and-scale"))
                .with(ConstrainableProperty.DEVICE_ID, Choices.of("id-mock"))
                .with(GAIN, new MediaSettingsRange(0, 12, 1))
                .build();
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private Map<String, Object> applied() {
        return shell.devices.lastTrack().constraints.toMap();
    }

    @Test
    void capabilitiesPrintsRangesAndChoicesWithUnits() throws Exception {
        assertThat(shell.print("camera:capabilities $t").lines())
                .containsExactly(
                        "PROPERTY     NOW  MIN  MAX, OR CHOICES         UNIT",
                        "width        640  1    ───●────── 1920         px",
                        "frameRate    30   0.5  ─────────● 30           fps",
                        "zoom              1    ────────── 4, step 0.1  ratio",
                        "resizeMode             none, crop-and-scale",
                        "deviceId               id-mock",
                        "vendor:gain       0    ────────── 12, step 1   dB");
    }

    @Test
    @Rule("IDL-8")
    void capabilitiesAsJsonHasTheShapesOfTheSpecification() throws Exception {
        assertThat(JsonParser.parseString(shell.print("camera:capabilities --json t1")))
                .isEqualTo(JsonParser.parseString("{\"width\":{\"min\":1,\"max\":1920},"
                        + "\"frameRate\":{\"min\":0.5,\"max\":30},\"zoom\":{\"min\":1,\"max\":4,\"step\":0.1},"
                        + "\"resizeMode\":[\"none\",\"crop-and-scale\"],\"deviceId\":\"id-mock\","
                        + "\"vendor:gain\":{\"min\":0,\"max\":12,\"step\":1}}"));
    }

    @Test
    void settingsPrintsValuesWithUnits() throws Exception {
        assertThat(shell.print("camera:settings t1").lines())
                .containsExactly(
                        "PROPERTY   VALUE    UNIT",
                        "width      640      px",
                        "height     480      px",
                        "frameRate  30       fps",
                        "deviceId   id-mock");
    }

    @Test
    void settingsAsJsonIsTheDictionary() throws Exception {
        JsonObject settings =
                JsonParser.parseString(shell.print("camera:settings $t --json")).getAsJsonObject();

        assertThat(settings)
                .isEqualTo(JsonParser.parseString(
                        "{\"width\":640,\"height\":480,\"frameRate\":30,\"deviceId\":\"id-mock\"}"));
    }

    @Test
    void aTrackIsNamedByObjectShortNameOrIdentifier() throws Exception {
        String expected = shell.print("camera:settings $t");

        assertThat(shell.print("camera:settings t1")).isEqualTo(expected);
        assertThat(shell.print("camera:settings uuid-1")).isEqualTo(expected);
        assertThat(shell.print("camera:settings (camera:open mock)")).isEqualTo(expected);
    }

    @Test
    void anUnknownTrackIsAnErrorThatSaysWhichAreOpen() {
        assertThatThrownBy(() -> shell.run("camera:settings t9"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("NotFoundError: track \"t9\" not found; open tracks: t1 (camera:open CAMERA opens one)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"camera:settings", "camera:capabilities --json", "camera:close", "camera:apply"})
    void aMissingTrackIsAnErrorWithTheUsage(String line) {
        assertThatThrownBy(() -> shell.run(line))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("TRACK is missing; usage: camera:");
    }

    @Test
    void aVariableThatIsNotSetIsAnError() {
        assertThatThrownBy(() -> shell.run("camera:settings $nosuch"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("variable that is not set");
    }

    @Test
    void closeStopsTheTrackAndForgetsItsName() throws Exception {
        assertThat(shell.print("camera:close $t")).isEqualTo("t1  closed");

        assertThat(shell.devices.lastTrack().isStopped()).isTrue();
        assertThatThrownBy(() -> shell.run("camera:close $t"))
                .hasMessageContaining("track \"t1\" not found; no track is open");
        assertThat(shell.print("camera:open mock")).startsWith("t2  ");
    }

    @Test
    void applyAnswersTheNewSettings() throws Exception {
        assertThat(shell.print("camera:apply t1 width=1280 zoom=2.5"))
                .contains("width      1280     px")
                .contains("zoom       2.5      ratio");
        assertThat(applied()).isEqualTo(Map.of("width", 1280L, "zoom", 2.5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "width=1280 | {width=1280}",
                "width.exact=1280 | {width={exact=1280}}",
                "zoom.min=2 zoom.max=3 | {zoom={min=2.0, max=3.0}}",
                "frameRate.min=10 frameRate=30 | {frameRate={min=10.0, ideal=30.0}}",
                "facingMode=user,environment | {facingMode=[user, environment]}",
                "facingMode.exact=user | {facingMode={exact=user}}",
                "zoom=true | {zoom=true}",
                "torch=true | {torch=true}",
                "torch.exact=false | {torch={exact=false}}",
                "pointsOfInterest=0.25:0.5,0.75:0.5 | {pointsOfInterest=[{x=0.25, y=0.5}, {x=0.75, y=0.5}]}",
                "vendor:gain=6 | {vendor:gain=6.0}",
                "[width=1280] | {width=1280}",
                "[width=[exact=1280]] | {width={exact=1280}}",
                "[height=720 width=[min=640 max=1280]] | {height=720, width={min=640, max=1280}}",
                "[facingMode=[user environment]] | {facingMode=[user, environment]}",
                "[advanced=[[zoom=2] [torch=true]]] | {advanced=[{zoom=2.0}, {torch=true}]}",
                "'{\"width\":{\"exact\":1280}}' | {width={exact=1280}}",
                "'{\"width\":1280,\"advanced\":[{\"zoom\":2}]}' | {width=1280, advanced=[{zoom=2.0}]}",
                "'{\"widht\":1280,\"height\":720}' | {height=720}",
                "'{\"width\":null}' height=480 | {height=480}",
                "width=640 [height=480] '{\"frameRate\":15}' | {height=480, frameRate=15.0, width=640}",
            })
    @Rule({"IDL-2", "IDL-6"})
    void constraintsAreTypedAsWordsMapsAndJson(String typed, String constraints) throws Exception {
        shell.run("camera:apply $t " + typed);

        assertThat(applied()).hasToString(constraints);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "widht=1280 | \"widht\" is no constrainable property; did you mean width",
                "[widht=1280] | \"widht\" is no constrainable property; did you mean width",
                "[advanced=[[zom=2]]] | \"zom\" is no constrainable property; did you mean zoom?",
                "vendor:shade=1 | camera:capabilities lists those of an open one",
                "width.exakt=3 | width.exakt: width takes min, max, exact, ideal",
                "[width=[exakt=3]] | width.exakt: width takes min, max, exact, ideal",
                "facingMode.min=user | facingMode.min: facingMode takes exact, ideal",
                "width=wide | width: \"wide\" is not a number",
                "width= | width=: a value is missing",
                "torch=on | torch: \"on\" is not true or false",
                "zoom.min=true | zoom.min: \"true\" is not a number",
                "zoom=true zoom.min=2 | zoom=true contradicts the other constraints on zoom",
                "width=1 width=2 | width is given twice",
                "width=1 [width=2] | width is given twice",
                "pointsOfInterest=0.5 | is not a point X:Y",
                "'=5' | \"=5\" is no constraint",
                "640 | \"640\" is no constraint",
                "[640 480] | JSON is quoted: '{\"width\":{\"exact\":1280}}'",
                "{\"width\":1280} | JSON stands in single quotes",
                "{\"width\":{\"exact\":1280}} | JSON stands in single quotes",
                "{\"width\":1280,\"height\":720} | JSON is quoted: '{\"width\":{\"exact\":1280}}'",
                "{ \"width\": 1280 } | JSON is quoted: '{\"width\":{\"exact\":1280}}'",
                "'{\"width\":}' | is not a JSON object: Expected value at line 1 column 10; JSON stands in single quotes",
                "'{\"width\":\"wide\"}' | width: \"wide\" is not a number",
            })
    void aMistakeIsAnErrorThatNamesItAndLeavesTheTrackAsItWas(String typed, String message) {
        assertThatThrownBy(() -> shell.run("camera:apply $t " + typed))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(message);
        assertThat(applied()).isEmpty();
    }

    @Test
    void applyWithoutConstraintsIsAnError() {
        assertThatThrownBy(() -> shell.run("camera:apply t1")).hasMessageContaining("CONSTRAINTS is missing");
        assertThatThrownBy(() -> shell.run("camera:apply zoom=2")).hasMessageContaining("TRACK is missing");
    }

    @Test
    void whatTheCameraCannotDoIsShownWithTheNameOfTheError() {
        shell.devices.lastTrack().applyFailure =
                new OverconstrainedException("width", "width: 4000 is wanted, 1 to 1920 are offered");

        assertThatThrownBy(() -> shell.run("camera:apply t1 width.exact=4000"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("OverconstrainedError: width: 4000 is wanted, 1 to 1920 are offered");
    }

    @Test
    void applyOnAnEndedTrackSaysSo() {
        shell.devices.lastTrack().stop();

        assertThatThrownBy(() -> shell.run("camera:apply t1 zoom=2"))
                .hasMessage("InvalidStateError: t1 has ended; nothing was applied");
    }

    @Test
    void theRegistryStopsItsTracksWhenItEnds() {
        shell.tracks.closeAll();

        assertThat(shell.devices.lastTrack().isStopped()).isTrue();
        assertThat(shell.tracks.all()).isEqualTo(List.of());
    }
}
