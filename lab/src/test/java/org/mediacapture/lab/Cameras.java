// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDeviceKind;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamTrack;

/** Cameras as an application sees them, and the tracks that were opened of them. Thread-safe. */
final class Cameras implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(20);

    private final LabFramework framework;
    private final List<MediaStreamTrack> tracks = new CopyOnWriteArrayList<>();

    Cameras(LabFramework framework) {
        this.framework = framework;
    }

    /** A track of the camera with this address, as soon as it is there. */
    MediaStreamTrack open(String address) throws Exception {
        return open(address, Map.of());
    }

    /** The same with constraints beside the camera's id. */
    MediaStreamTrack open(String address, Map<String, ?> constraints) throws Exception {
        Map<String, Object> all = new HashMap<>(constraints);
        all.put("deviceId", Map.of("exact", status(address).deviceId()));
        MediaStreamTrack track = Promises.value(
                        framework.service(MediaDevices.class).getUserMedia(Map.of("video", all)))
                .getVideoTracks()
                .get(0);
        tracks.add(track);
        return track;
    }

    /** What an operator sees of the camera with this address, as soon as it is there. */
    CameraStatus status(String address) {
        CameraAdmin admin = framework.service(CameraAdmin.class);
        return await("a camera at " + address)
                .atMost(LabFramework.PATIENCE)
                .pollInterval(LOOK)
                .until(
                        () -> admin.cameras().stream()
                                .filter(camera -> camera.address().equals(address))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The ids of the cameras at an address: none, or one. */
    List<String> ids(String address) {
        return framework.service(CameraAdmin.class).cameras().stream()
                .filter(camera -> camera.address().equals(address))
                .map(CameraStatus::deviceId)
                .toList();
    }

    /** The ids of the cameras that an application sees. */
    List<String> videoInputs() throws Exception {
        return Promises.value(framework.service(MediaDevices.class).enumerateDevices()).stream()
                .filter(device -> device.kind() == MediaDeviceKind.VIDEO_INPUT)
                .map(MediaDeviceInfo::deviceId)
                .toList();
    }

    /** Waits until the camera is offered by these providers, the one with the highest ranking first. */
    void awaitProviders(String address, String... providers) {
        await("providers of " + address)
                .atMost(LabFramework.PATIENCE)
                .until(() -> status(address).providers().stream()
                        .map(ProviderStatus::provider)
                        .toList()
                        .equals(List.of(providers)));
    }

    /** The provider through which the camera is open; empty if it is not. */
    String inUse(String address) {
        return status(address).providers().stream()
                .filter(ProviderStatus::inUse)
                .map(ProviderStatus::provider)
                .findFirst()
                .orElse("");
    }

    /** Ends the tracks. */
    @Override
    public void close() {
        tracks.forEach(MediaStreamTrack::stop);
    }
}
