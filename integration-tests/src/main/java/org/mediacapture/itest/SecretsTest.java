// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.TrackEvent;
import org.osgi.framework.ServiceReference;

/** User names, passwords and secret parameters of network cameras: only the camera gets to know them. */
class SecretsTest extends NetworkFaults {
    private static final List<String> SECRETS = List.of("viewer-7f", "pass-word-7f", "t0ken-7f");

    @ParameterizedTest
    @CsvSource({"javacv, url", "javacv, keys", "webcam, url", "webcam, keys"})
    void noSecretIsSeenWhenTheCameraWorksIsLostAndRefuses(String provider, String where) throws Exception {
        server.behave(Behaviour.stream(Pictures.jpeg(1)));
        Map<String, Object> camera = new HashMap<>(login(where, server.url("/stream") + "?token=t0ken-7f"));
        camera.put("read.deadline", SHORT);
        configure(provider, camera);
        MediaStreamTrack track = open();
        assertPhoto(track, 1);
        String seen = told(track) + admin.cameras();

        server.behave(Behaviour.stall());
        seen += cause(TrackEvent.Type.MUTE) + admin.cameras();
        track.stop();
        server.behave(Behaviour.status("401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"camera\""));
        seen += refusal();
        server.behave(Behaviour.redirectTo("http://viewer-7f:pass-word-7f@127.0.0.1:1/?token=t0ken-7f"));
        seen += refusal() + admin.cameras() + admin.tracks() + services() + json();

        assertThat(seen).contains("URL").doesNotContain(SECRETS);
    }

    @ParameterizedTest
    @CsvSource({"javacv, url", "javacv, keys", "webcam, url", "webcam, keys"})
    void noSecretIsInTheLog(String provider, String where) throws Exception {
        noSecretIsSeenWhenTheCameraWorksIsLostAndRefuses(provider, where);

        assertNoSecretIsInTheLog();
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "keys"})
    void noSecretOfAnRtspCameraIsSeenOrInTheLog(String where, @TempDir Path directory) throws Exception {
        try (RtspServer rtsp = RtspServer.start(directory, Map.of("RTSP_LOGIN", "viewer-7f:pass-word-7f"))) {
            configure("javacv", login(where, rtsp.url()));
            MediaStreamTrack track = open();
            assertThat(Pictures.size(Await.value(captures.create(track).takePhoto())))
                    .isEqualTo("640x480");
            String seen = told(track) + json();

            rtsp.kill();
            seen += cause(TrackEvent.Type.MUTE) + admin.cameras();
            track.stop();
            seen += refusal();
            rtsp.startAgain(Map.of("RTSP_LOGIN", "another:login"));
            seen += refusal() + admin.cameras() + admin.tracks() + services() + json();

            assertThat(seen)
                    .contains(rtsp.url() + ": Connection refused", rtsp.url() + ": Server returned 401 Unauthorized")
                    .doesNotContain(SECRETS);
            assertNoSecretIsInTheLog();
        }
    }

    private static String told(MediaStreamTrack track) {
        return track.label() + track.id() + track.getSettings() + track.getCapabilities();
    }

    private String json() throws Exception {
        List<MediaDeviceInfo> listed = Await.value(devices.enumerateDevices());
        return listed.stream().map(device -> device + " " + device.toMap()).collect(Collectors.joining("\n"));
    }

    private static void assertNoSecretIsInTheLog() throws IOException {
        String log = Files.readString(Path.of(System.getProperty("org.slf4j.simpleLogger.logFile")));
        assertThat(log).contains("Camera door at");
        SECRETS.forEach(secret ->
                assertThat(log.contains(secret)).as("%s is in the log", secret).isFalse());
    }

    /** The configuration of a camera with the login in its URL, or beside it. */
    private static Map<String, Object> login(String where, String url) {
        return where.equals("url")
                ? Map.of("url", url.replace("://", "://viewer-7f:pass-word-7f@"))
                : Map.of("url", url, "username", "viewer-7f", "password", "pass-word-7f");
    }

    private String services() throws Exception {
        ServiceReference<?>[] all = context.getAllServiceReferences(null, null);
        return Stream.of(all)
                .filter(service -> !isConfiguration(service))
                .map(service -> Arrays.stream(service.getPropertyKeys())
                        .map(key -> key + "=" + text(service.getProperty(key)))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isConfiguration(ServiceReference<?> service) {
        return Optional.ofNullable(service.getBundle()) // none if it went meanwhile
                .filter(bundle -> bundle.getSymbolicName().contains("configadmin"))
                .isPresent();
    }

    private static String text(Object value) {
        return value instanceof Object[] several ? Arrays.toString(several) : String.valueOf(value);
    }
}
