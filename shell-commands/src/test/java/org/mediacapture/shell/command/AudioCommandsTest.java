// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.admin.TrackStatus;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.shell.camera.OpenStream;
import org.mediacapture.shell.words.CommandFailure;
import org.mediacapture.stream.MediaStreamTrackState;

class AudioCommandsTest {
    @TempDir
    Path directory;

    private CameraShell shell;

    @BeforeEach
    void open() throws Exception {
        shell = CameraShell.withCameras(directory);
        shell.devices.microphones.add(FakeDevices.microphone("mic", "Mock microphone"));
        shell.devices.microphones.add(FakeDevices.microphone("desk", "Desk microphone"));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void openWithAudioAnswersBothTracks() throws Exception {
        assertThat(shell.run("s = camera:open door --audio")).isInstanceOf(OpenStream.class);
        assertThat(shell.print("$s").lines())
                .containsExactly(
                        "t1  Front door  640x480 @ 30 fps  (camera door, provider javacv)",
                        "t2  Mock microphone  48000 Hz, channels 2  (microphone Mock microphone)");
    }

    @Test
    void aStreamStandsForItsVideoTrack() throws Exception {
        shell.run("s = camera:open door --audio");

        assertThat(shell.print("camera:settings $s")).isEqualTo(shell.print("camera:settings t1"));
        assertThat(shell.print("camera:photo $s x.jpg")).startsWith("x.jpg  64x48");
    }

    @Test
    void closingAStreamClosesWhatIsOpenOfIt() throws Exception {
        shell.run("s = camera:open --audio");
        assertThat(shell.print("camera:close $s")).isEqualTo("t1, t2  closed");
        assertThat(shell.devices.tracks).allMatch(FakeTrack::isStopped);
        assertThatThrownBy(() -> shell.run("camera:close $s")).hasMessageContaining("track \"t1\" not found");

        shell.run("s = camera:open --audio; camera:close t3");
        assertThat(shell.print("camera:close $s")).isEqualTo("t4  closed");
    }

    @Test
    void constraintsGoToTheTrackThatCanHaveThem() throws Exception {
        shell.run("camera:open door --audio width=1280 echoCancellation=false [sampleRate=16000]");

        assertThat(shell.devices.lastAsked().toMap()).hasToString("{width=1280, deviceId={exact=id-door}}");
        assertThat(shell.devices.askedOfMicrophones.get(0).toMap())
                .hasToString("{sampleRate=16000, echoCancellation=false}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "'desk MICROPHONE'", "id-desk"})
    void audioOnlyOpensTheMicrophoneThatIsNamed(String typed) throws Exception {
        assertThat(shell.print("camera:open --audio-only " + typed + " channelCount=1"))
                .isEqualTo("t1  Desk microphone  48000 Hz, channels 2  (microphone Desk microphone)");
        assertThat(shell.devices.asked).isEmpty();
        assertThat(shell.devices.askedOfMicrophones.get(0).toMap())
                .hasToString("{channelCount=1, deviceId={exact=id-desk}}");
    }

    @Test
    void withoutANameGetUserMediaChoosesTheMicrophone() throws Exception {
        assertThat(shell.print("camera:open --audio-only")).startsWith("t1  Mock microphone");
        assertThat(shell.devices.askedOfMicrophones.get(0).toMap()).isEmpty();
    }

    @Test
    void theShortNameOfTheMicrophoneIsTheOperators() throws Exception {
        shell.admin.tracks.add(new TrackStatus(
                "uuid-1",
                MediaKind.AUDIO,
                "mic",
                "org.mediacapture.shell",
                "org.mediacapture.shell",
                MediaStreamTrackState.LIVE,
                true,
                false,
                MediaTrackSettings.empty(),
                0,
                0));

        assertThat(shell.print("camera:open --audio-only")).endsWith("(microphone mic)");
        assertThat(shell.print("camera:tracks")).contains("t1     audio  mic     live   yes      no");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--audio --audio-only | --audio and --audio-only contradict each other; usage: camera:open",
                "--audio-only nosuch | there is no microphone \"nosuch\"; there is \"Mock microphone\", \"Desk",
                "--audio-only microphone | may mean \"Mock microphone\" or \"Desk microphone\"; use the device id",
                "--audio-only '' | there is no microphone \"\"",
                "--audio-only desk mic | \"mic\" is neither a microphone nor a constraint",
                "--audio-only desk deviceId=x | deviceId: the device is named already, \"desk\"",
                "--sound | there is no option --sound",
            })
    void aMistakeIsAnErrorAndNothingIsOpened(String typed, String message) {
        assertThatThrownBy(() -> shell.run("camera:open " + typed))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(message);
        assertThat(shell.devices.tracks).isEmpty();
    }

    @Test
    void withoutMicrophonesTheErrorSaysSo() {
        shell.devices.microphones.clear();

        assertThatThrownBy(() -> shell.run("camera:open --audio-only desk"))
                .hasMessage("NotFoundError: there is no microphone \"desk\"; there is none; camera:devices lists them");
        assertThatThrownBy(() -> shell.run("camera:open --audio")).hasMessage("NotFoundError: no device");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camera:photo t1 x.jpg",
                "camera:grab t1 x.png",
                "camera:stats t1",
                "camera:photo-capabilities t1",
                "camera:photo-settings $t"
            })
    void whatNeedsPicturesRefusesAnAudioTrack(String line) throws Exception {
        shell.run("t = camera:open --audio-only");

        assertThatThrownBy(() -> shell.run(line))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("NotSupportedError: t1 is an audio track; a video track is accepted, camera:tracks lists"
                        + " them");
        assertThat(directory).isEmptyDirectory();
    }
}
