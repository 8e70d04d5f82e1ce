// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.Blob;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.TrackEvent;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/**
 * What the tests of network faults share: the camera "door" at a server that misbehaves, and mended again gives the next photo;
 * beside it the camera "neighbour", whose track notices nothing of it. Nothing is left behind. Confined to the test's thread.
 */
abstract class NetworkFaults {
    /** Of the deadline whose expiry a test wants; healthy cameras on a busy machine are faster. */
    static final int SHORT = 1_000;

    private static final int LONG = 600_000;

    /** Deadlines of a camera that no test wants to expire. */
    static final Map<String, Object> PATIENT = Map.of("open.deadline", LONG, "read.deadline", LONG);

    @InjectBundleContext
    BundleContext context;

    @InjectService
    ConfigurationAdmin configurations;

    @InjectService
    MediaDevices devices;

    @InjectService
    ImageCaptureFactory captures;

    @InjectService
    CameraAdmin admin;

    final CameraServer server = new CameraServer(Behaviour.silent());
    private final List<TrackEvent> events = new CopyOnWriteArrayList<>();
    private final List<TrackEvent> eventsOfNeighbour = new CopyOnWriteArrayList<>();
    private final List<MediaStreamTrack> tracks = new ArrayList<>();
    Door door;
    private Door neighbour;
    private CameraServer serverOfNeighbour;
    private MediaStreamTrack trackOfNeighbour;
    private Leftovers before;

    @BeforeEach
    void openNeighbour() throws Exception {
        grace(LONG);
        before = Leftovers.now();
        serverOfNeighbour = new CameraServer(Behaviour.stream(Pictures.jpeg(0), Pictures.jpeg(7)));
        door = new Door("door", context, configurations, devices, admin);
        neighbour = new Door("neighbour", context, configurations, devices, admin);
    }

    @AfterEach
    void nothingElseIsDisturbedAndNothingIsLeft() throws Exception {
        try {
            assertThat(eventsOfNeighbour).isEmpty();
            assertThat(trackOfNeighbour.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
            assertThat(Pictures.number(
                            Await.value(captures.create(trackOfNeighbour).takePhoto())))
                    .isIn(0, 7);
        } finally {
            tracks.forEach(MediaStreamTrack::stop);
            door.close();
            neighbour.close();
            server.close();
            serverOfNeighbour.close();
            core().update(new Hashtable<>());
        }
        Await.until("threads and sockets are as before", () -> left().isEmpty(), this::left);
    }

    private List<String> left() {
        return Leftovers.now().since(before).stream()
                .filter(line -> line.contains("thread camera-door")
                        || line.contains("thread camera-neighbour")
                        || line.contains("thread itest-")
                        || line.contains("descriptor of socket"))
                .toList();
    }

    /** Sets the time after which a track ends; before the cameras are configured, which wait for it. */
    void grace(int millis) throws Exception {
        Hashtable<String, Object> values = PatientCore.waits(LONG);
        values.put("grace", millis);
        core().update(values);
    }

    private Configuration core() throws Exception {
        return configurations.getConfiguration("org.mediacapture.core", "?");
    }

    /** Configures door and neighbour for a provider, the door with further keys. */
    void configure(String provider, Map<String, ?> more) throws Exception {
        neighbour.configure(serverOfNeighbour.url("/stream"), provider, PATIENT);
        neighbour.awaitProviders(List.of(provider));
        trackOfNeighbour = follow(neighbour.open(), eventsOfNeighbour);
        Hashtable<String, Object> values = new Hashtable<>(PATIENT);
        values.putAll(more);
        String url = String.valueOf(more.containsKey("url") ? more.get("url") : server.url("/stream"));
        door.configure(url, provider, values);
        door.awaitProviders(List.of(provider));
    }

    /** The door's track, at a server that behaves well. */
    MediaStreamTrack open() throws Exception {
        return follow(door.open(), events);
    }

    private MediaStreamTrack follow(MediaStreamTrack track, List<TrackEvent> events) {
        tracks.add(track);
        for (TrackEvent.Type type : TrackEvent.Type.values()) {
            track.addEventListener(type, events::add);
        }
        return track;
    }

    /** The events of the door's track so far. */
    List<String> events() {
        return events.stream().map(event -> event.type().value()).toList();
    }

    /** Waits for the first event of a kind; answers why it came, without the address. */
    String cause(TrackEvent.Type type) throws Exception {
        Await.until(type.value() + " comes", () -> events.stream().anyMatch(event -> event.type() == type));
        return events.stream()
                .filter(event -> event.type() == type)
                .findFirst()
                .orElseThrow()
                .cause()
                .replace(server.url("/stream"), "URL");
    }

    /** How the door refuses to open: the name of the error, and its message without the address. */
    String refusal() throws Exception {
        Throwable failure = Await.failure(devices.getUserMedia(MediaStreamConstraints.ofVideo(door.named())));
        assertThat(failure).isInstanceOf(MediaException.class);
        return ((MediaException) failure).name() + ": " + failure.getMessage().replace(server.url("/stream"), "URL");
    }

    /** The track is muted by a fault, unmuted when it is over, and its next photo is the right one. */
    void assertGoesOn(MediaStreamTrack track, int picture) throws Exception {
        Await.until("the track is unmuted", () -> events().contains("unmute") && !track.isMuted());
        assertPhoto(track, picture);
        assertThat(events()).startsWith("mute", "unmute").doesNotContain("ended");
        track.stop();
    }

    /** The door opens now, if not within a short deadline then later, and the next photo is the right one. */
    void assertOpens(int picture) throws Exception {
        AtomicReference<MediaStreamTrack> opened = new AtomicReference<>();
        Await.until("the door opens", () -> {
            try {
                opened.set(open());
                return true;
            } catch (InvocationTargetException busyMachine) {
                return false;
            }
        });
        MediaStreamTrack track = opened.get();
        assertPhoto(track, picture);
        assertThat(events()).isEmpty();
        track.stop();
    }

    /** Pictures that were sent before may come first. */
    void awaitPhoto(MediaStreamTrack track, int picture) throws Exception {
        Await.until(
                "the photo shows " + picture,
                () -> Pictures.number(Await.value(captures.create(track).takePhoto())) == picture);
    }

    void assertPhoto(MediaStreamTrack track, int picture) throws Exception {
        Blob photo = Await.value(captures.create(track).takePhoto());
        assertThat(photo.type()).isEqualTo("image/jpeg");
        assertThat(Pictures.number(photo)).isEqualTo(picture);
    }
}
