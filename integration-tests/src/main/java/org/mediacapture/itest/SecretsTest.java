// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        configure(provider, where.equals("url") ? credentialsInUrl() : credentialsInKeys());
        MediaStreamTrack track = open();
        assertPhoto(track, 1);
        String seen = track.label() + track.id() + track.getSettings() + track.getCapabilities() + admin.cameras();

        server.behave(Behaviour.stall());
        seen += cause(TrackEvent.Type.MUTE) + admin.cameras();
        track.stop();
        server.behave(Behaviour.status("401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"camera\""));
        seen += refusal();
        server.behave(Behaviour.redirectTo("http://viewer-7f:pass-word-7f@127.0.0.1:1/?token=t0ken-7f"));
        seen += refusal() + admin.cameras() + admin.tracks() + services() + Await.value(devices.enumerateDevices());

        assertThat(seen).contains("URL").doesNotContain(SECRETS);
    }

    @ParameterizedTest
    @CsvSource({"javacv, url", "javacv, keys", "webcam, url", "webcam, keys"})
    void noSecretIsInTheLog(String provider, String where) throws Exception {
        noSecretIsSeenWhenTheCameraWorksIsLostAndRefuses(provider, where);

        String log = Files.readString(Path.of(System.getProperty("org.slf4j.simpleLogger.logFile")));
        assertThat(log).contains("Camera door at");
        SECRETS.forEach(secret ->
                assertThat(log.contains(secret)).as("%s is in the log", secret).isFalse());
    }

    private Map<String, Object> credentialsInUrl() {
        String url = server.url("/stream").replace("http://", "http://viewer-7f:pass-word-7f@") + "?token=t0ken-7f";
        return Map.of("read.deadline", SHORT, "url", url);
    }

    private Map<String, Object> credentialsInKeys() {
        String url = server.url("/stream") + "?token=t0ken-7f";
        return Map.of("read.deadline", SHORT, "url", url, "username", "viewer-7f", "password", "pass-word-7f");
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
        return service.getBundle().getSymbolicName().contains("configadmin");
    }

    private static String text(Object value) {
        return value instanceof Object[] several ? Arrays.toString(several) : String.valueOf(value);
    }
}
