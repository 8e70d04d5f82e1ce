// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamTrack;

/** Cameras as an application sees them, and the tracks that were opened of them. Thread-safe. */
final class Cameras implements AutoCloseable {
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
                .until(
                        () -> admin.cameras().stream()
                                .filter(camera -> camera.address().equals(address))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
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

    /** Ends the tracks. */
    @Override
    public void close() {
        tracks.forEach(MediaStreamTrack::stop);
    }
}
