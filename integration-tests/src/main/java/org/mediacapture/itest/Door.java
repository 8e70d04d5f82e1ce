// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.Registration;
import org.mediacapture.stream.TrackEvent;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A network camera of a test, and the bundles that serve it. Confined to the test's thread. */
final class Door implements AutoCloseable {
    static final String JAVACV = "org.mediacapture.provider.javacv";
    static final String WEBCAM = "org.mediacapture.provider.webcam";
    static final String WEBCAM_LIBRARY = "org.mediacapture.libs.webcam";
    private static final String PID = "org.mediacapture.network.camera";

    private final String name;
    private final BundleContext context;
    private final ConfigurationAdmin configurations;
    private final MediaDevices devices;
    private final CameraAdmin admin;
    private final List<MediaStreamTrack> tracks = new ArrayList<>();
    private Optional<Configuration> configuration = Optional.empty();

    Door(BundleContext context, ConfigurationAdmin configurations, MediaDevices devices, CameraAdmin admin) {
        this("door", context, configurations, devices, admin);
    }

    /** A camera of another name. */
    Door(
            String name,
            BundleContext context,
            ConfigurationAdmin configurations,
            MediaDevices devices,
            CameraAdmin admin) {
        this.name = name;
        this.context = context;
        this.configurations = configurations;
        this.devices = devices;
        this.admin = admin;
    }

    /** Configures the camera for some providers; for all if none is named. */
    void configure(String url, String providers) throws IOException {
        configure(url, providers, Map.of());
    }

    /** Configures the camera with further keys. */
    void configure(String url, String providers, Map<String, ?> more) throws IOException {
        Configuration camera = configurations.createFactoryConfiguration(PID, "?");
        configuration = Optional.of(camera);
        Hashtable<String, Object> values = new Hashtable<>(more);
        values.putAll(Map.of("url", url, "name", name, "providers", providers));
        camera.update(values);
    }

    /** Waits until exactly these providers offer the camera. */
    void awaitProviders(List<String> wanted) throws Exception {
        BlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();
        try (Registration listening = admin.addCameraListener(() -> changes.add(true))) {
            while (!offered().equals(wanted)) {
                Await.next(changes);
            }
        }
    }

    MediaStreamTrack open() throws Exception {
        MediaStreamTrack track = Await.value(devices.getUserMedia(MediaStreamConstraints.ofVideo(named())))
                .getVideoTracks()
                .get(0);
        tracks.add(track);
        return track;
    }

    MediaTrackConstraints named() {
        return MediaTrackConstraints.builder()
                .exact(ConstrainableProperty.DEVICE_ID, status().orElseThrow().deviceId())
                .build();
    }

    private List<String> offered() {
        return status().map(CameraStatus::providers).orElse(List.of()).stream()
                .map(ProviderStatus::provider)
                .sorted()
                .toList();
    }

    /** The provider through which the camera is open. */
    List<String> used() {
        return status().orElseThrow().providers().stream()
                .filter(ProviderStatus::inUse)
                .map(ProviderStatus::provider)
                .toList();
    }

    /** There is never a second one: both providers give it the same address. */
    private Optional<CameraStatus> status() {
        List<CameraStatus> doors = admin.cameras().stream()
                .filter(camera -> camera.name().startsWith(name))
                .toList();
        assertThat(doors).hasSizeLessThan(2);
        return doors.stream().findFirst();
    }

    /** What happens to a track: mute, unmute, ended. */
    BlockingQueue<String> muting(MediaStreamTrack track) {
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        for (TrackEvent.Type type : List.of(TrackEvent.Type.MUTE, TrackEvent.Type.UNMUTE, TrackEvent.Type.ENDED)) {
            track.addEventListener(type, event -> events.add(event.type().value()));
        }
        return events;
    }

    Bundle bundle(String name) {
        return Bundles.named(context, name);
    }

    /** Ends its tracks, starts what a test has stopped, and removes the camera. */
    @Override
    public void close() throws Exception {
        tracks.forEach(MediaStreamTrack::stop);
        bundle(WEBCAM_LIBRARY).start();
        bundle(JAVACV).start();
        bundle(WEBCAM).start();
        if (configuration.isPresent()) {
            configuration.get().delete();
        }
        Await.until(name + " is gone", () -> status().isEmpty(), admin::cameras);
    }
}
