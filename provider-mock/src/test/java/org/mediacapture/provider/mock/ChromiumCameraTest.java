// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.StillCamera;
import org.mediacapture.provider.VideoMode;

/** The configurations that the README shows; one of them makes the fake camera of Chromium. */
class ChromiumCameraTest {
    private static final Map<String, Object> RANGE = Map.of("min", 10.0, "max", 100.0, "step", 5.0);
    private static final Map<String, Object> PTZ = Map.of("min", 100.0, "max", 400.0, "step", 1.0);

    private final ManualTimer timer = new ManualTimer(0);

    @Test
    void hasTheControlsOfChromiumsFakeCamera() throws Exception {
        CameraSession session = open();
        List<String> modes = List.of("manual", "continuous");
        assertThat(session.controls().toMap())
                .isEqualTo(Map.of(
                        "exposureMode", modes,
                        "exposureTime", RANGE,
                        "focusMode", modes,
                        "focusDistance", RANGE,
                        "pan", PTZ,
                        "tilt", PTZ,
                        "zoom", PTZ));
        assertThat(session.settings().toMap())
                .isEqualTo(Map.of(
                        "exposureMode", "manual",
                        "exposureTime", 50.0,
                        "focusMode", "manual",
                        "focusDistance", 50.0,
                        "pan", 100.0,
                        "tilt", 100.0,
                        "zoom", 100.0));
    }

    @Test
    void hasItsModesFromSmallToLargeAnd640x480First() throws Exception {
        List<VideoMode> modes = open().modes();
        assertThat(modes.get(0)).isEqualTo(MockMode.parse("640x480@20"));
        assertThat(modes)
                .hasSize(7)
                .contains(MockMode.parse("96x96@20"), MockMode.parse("3840x2160@20"))
                .allMatch(mode -> mode.frameRate() == 20);
    }

    @Test
    void takesPhotosAsItDoes() throws Exception {
        StillCamera still = open().still().orElseThrow();
        assertThat(still.capabilities().toMap())
                .isEqualTo(Map.of(
                        "redEyeReduction", "never",
                        "imageWidth", Map.of("min", 96.0, "max", 1920.0, "step", 1.0),
                        "imageHeight", Map.of("min", 96.0, "max", 1080.0, "step", 1.0)));
        assertThat(still.settings().toMap()).isEqualTo(Map.of("imageWidth", 640.0, "imageHeight", 480.0));
    }

    @Test
    void itsControlsAreSeen() throws Exception {
        RecordingSink sink = RecordingSink.keeping();
        CameraSession session = open(sink);
        session.start(MockMode.parse("640x480@20"));
        timer.advance(0);
        session.apply(MediaTrackSettings.fromMap(Map.of("exposureTime", 100), List.of()));
        timer.advance(50_000_000);
        session.apply(MediaTrackSettings.fromMap(Map.of("zoom", 200, "exposureTime", 50), List.of()));
        timer.advance(50_000_000);
        byte[] first = Pictures.bytes(sink.frames.get(0).data());
        byte[] second = Pictures.bytes(sink.frames.get(1).data());
        assertThat(second[100 * 640 + 20] & 0xff).isGreaterThan(first[100 * 640 + 20] & 0xff);
        byte[] third = Pictures.bytes(sink.frames.get(2).data());
        assertThat(third[100 * 640 + 20]).as("150 pixels nearer to the middle").isEqualTo(first[100 * 640 + 170]);
        assertThat(sink.codes).allMatch(code -> code.isPresent());
    }

    @Test
    void theOtherExampleOfTheReadmeIsAcceptedToo() throws Exception {
        CameraDescription door = CameraDescription.of(MockCameras.configured(readme("door")));
        assertThat(door.label()).isEqualTo("Front door");
        assertThat(door.controls().controls()).contains(MockControl.ZOOM, MockControl.FOCUS_DISTANCE);
        assertThat(door.still()
                        .orElseThrow()
                        .capabilities()
                        .imageWidth()
                        .orElseThrow()
                        .max())
                .isEqualTo(4032);
        assertThat(door.faults().stream().ending()).isPresent();
    }

    private CameraSession open() throws CameraException, IOException {
        return open(RecordingSink.releasing());
    }

    private CameraSession open(RecordingSink sink) throws CameraException, IOException {
        MockCameraConfiguration configuration = MockCameras.configured(readme("chromium"));
        return new MockDevice(CameraDescription.of(configuration), new Studio(timer, new Sceneries())).open(sink);
    }

    /** A configuration in the README, which is JSON of texts, flags and lists of texts only. */
    private static Map<String, Object> readme(String name) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String json = readme.substring(readme.indexOf("\"name\": \"" + name + "\""));
        Matcher members = Pattern.compile("\"([^\"]+)\":\\s*(\"[^\"]*\"|true|false|\\[[^\\]]*\\])")
                .matcher(json.substring(0, json.indexOf("}")));
        Map<String, Object> values = new HashMap<>();
        while (members.find()) {
            values.put(members.group(1), value(members.group(2)));
        }
        return values;
    }

    private static Object value(String json) {
        if (json.startsWith("[")) {
            return Pattern.compile("\"([^\"]*)\"")
                    .matcher(json)
                    .results()
                    .map(result -> result.group(1))
                    .toArray(String[]::new);
        }
        return json.startsWith("\"") ? json.substring(1, json.length() - 1) : (Object) Boolean.valueOf(json);
    }
}
