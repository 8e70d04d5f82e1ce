// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatistics;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.FrameStatistics;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.admin.ProviderTroubleStatus;
import org.mediacapture.admin.TrackStatistics;

class CameraPageTest {
    @Test
    void camerasProvidersTracksRatesAndTroublesAreOnThePage() {
        CameraStatus door = new CameraStatus(
                "id",
                "door",
                "Front door",
                "http://host/",
                CameraState.STREAMING,
                "carried over",
                List.of(
                        new ProviderStatus("javacv", "org.example.a", 100, true, ""),
                        new ProviderStatus("webcam", "org.example.b", 50, false, "busy", false, 1)),
                "environment");
        FrameStatistics frames = new FrameStatistics(90, 10, 101, 29.96, Optional.of(Duration.ofMillis(7)), 0, 0);
        TrackStatistics track = new TrackStatistics("t", "org.example.bridge", "https://example.org", 2, frames);

        assertThat(page(
                        List.of(door),
                        List.of(new CameraStatistics("door", CameraState.STREAMING, frames, List.of(track))),
                        List.of(new ProviderTroubleStatus("v4l", "org.example.c", "no natives", "install them"))))
                .isEqualTo("""
                        Cameras: 1

                        door "Front door" at http://host/, facing environment
                          state: streaming: carried over
                          provider: javacv (org.example.a), ranking 100, in use
                          provider: webcam (org.example.b), ranking 50, cannot be used: busy
                          frames: 30.0 per second, 90 delivered, 10 discarded, 101 in all, 7 ms old
                          track: https://example.org by org.example.bridge, 2 consumers, 30.0 per second, 90 delivered, 10 discarded, 101 in all, 7 ms old

                        Providers without cameras: 1
                          v4l (org.example.c): no natives; to do: install them
                        """);
    }

    @Test
    void withoutCamerasThePageSaysSo() {
        assertThat(page(List.of(), List.of(), List.of())).isEqualTo("Cameras: 0\n\nProviders without cameras: 0\n");
    }

    private static String page(
            List<CameraStatus> cameras, List<CameraStatistics> statistics, List<ProviderTroubleStatus> troubles) {
        CameraAdmin admin = (CameraAdmin) Proxy.newProxyInstance(
                CameraAdmin.class.getClassLoader(),
                new Class<?>[] {CameraAdmin.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "cameras" -> cameras;
                    case "statistics" -> statistics;
                    case "troubles" -> troubles;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        StringWriter text = new StringWriter();
        new CameraPage(admin).print(new PrintWriter(text, true));
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
