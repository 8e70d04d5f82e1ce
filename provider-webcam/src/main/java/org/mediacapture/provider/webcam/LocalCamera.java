// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import com.github.sarxos.webcam.WebcamResolution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.CameraUrl;
import org.mediacapture.provider.VideoMode;

/**
 * A camera at this computer. Immutable.
 *
 * @param id how the natives name it; on Linux the device file
 * @param label what a person calls it
 * @param device what is behind the id: another text when another device has taken its place
 */
record LocalCamera(String id, String label, String device) {
    private static final Duration OPEN_DEADLINE = Duration.ofSeconds(8);

    /** The natives do not tell rates. */
    private static final double NOMINAL_RATE = 30;

    /** The sizes that the default driver names; it does not ask the camera. The largest is the default. */
    private static final List<VideoMode> MODES = Stream.of(
                    WebcamResolution.VGA, WebcamResolution.QVGA, WebcamResolution.QQVGA)
            .map(WebcamResolution::getSize)
            .map(size -> new VideoMode(size.width, size.height, NOMINAL_RATE, PixelFormat.BGR24))
            .toList();

    String address() {
        String scheme = id.startsWith("/") ? "v4l2:" : "webcam:";
        return CameraUrl.parse(scheme + id, "", "").address();
    }

    /** Whether the device file is there; where there are none, it is taken to be. */
    boolean isThere() {
        return !id.startsWith("/") || Files.exists(Path.of(id));
    }

    WebcamDevice open(Grabbers grabbers) {
        Target target = new Target(address(), CameraPlan.slug(label), OPEN_DEADLINE, MODES, true);
        DeviceTurn turn = new DeviceTurn();
        return new WebcamDevice(
                target,
                mode -> interruption ->
                        LocalSource.open(this, grabbers, turn, mode.orElse(MODES.get(0)), interruption));
    }

    Dictionary<String, Object> serviceProperties(int ranking) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(CameraProperties.ADDRESS, address());
        properties.put(CameraProperties.LABEL, Objects.requireNonNull(label));
        properties.put(CameraProperties.PROVIDER, WebcamProvider.NAME);
        properties.put("service.ranking", ranking);
        return properties;
    }
}
