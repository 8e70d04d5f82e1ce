// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.conformance.Rule;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.Registration;
import org.mediacapture.stream.TrackEvent;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** What becomes of the tracks of a bundle that uses cameras and stops. */
class UsingBundleTest {
    private static final String APP = "org.example.using";
    private static final Map<String, ?> BOTH = Map.of("video", true, "audio", true);

    @InjectBundleContext
    BundleContext context;

    @InjectService
    MediaDevices devices;

    @InjectService
    CameraAdmin admin;

    private final BlockingQueue<UsageEvent> usage = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> changes = new LinkedBlockingQueue<>();
    private final List<Registration> listening = new ArrayList<>();
    private Bundle app;

    @BeforeEach
    void install() throws Exception {
        assertThat(Await.value(devices.enumerateDevices())).isNotEmpty();
        listening.add(admin.addUsageListener(usage::add));
        listening.add(admin.addCameraListener(() -> changes.add("changed")));
        app = GeneratedBundle.start(context, APP);
    }

    @AfterEach
    void uninstall() throws Exception {
        listening.forEach(Registration::close);
        app.uninstall();
    }

    @Test
    @Rule({"TRK-9", "TRK-7", "PERM-5"})
    void aBundleThatStopsTakesItsTracksAlongWithoutEventsAndTheCameraIsFree() throws Exception {
        MediaStream stream =
                Await.value(app.getBundleContext().getService(reference()).getUserMedia(BOTH));
        List<MediaStreamTrack> tracks = new ArrayList<>(stream.getTracks());
        tracks.add(stream.getVideoTracks().get(0).clone());
        BlockingQueue<TrackEvent> ended = new LinkedBlockingQueue<>();
        tracks.forEach(track -> track.addEventListener(TrackEvent.Type.ENDED, ended::add));
        Set<String> used = new HashSet<>(List.of(next(UsageEvent.Type.STARTED), next(UsageEvent.Type.STARTED)));

        app.stop();

        assertThat(tracks)
                .hasSize(3)
                .extracting(MediaStreamTrack::readyState)
                .containsOnly(MediaStreamTrackState.ENDED);
        Set<String> left = new HashSet<>();
        left.add(next(UsageEvent.Type.STOPPED));
        left.add(next(UsageEvent.Type.STOPPED));
        assertThat(left).isEqualTo(used);
        while (!areIdle(used)) {
            Await.next(changes);
        }
        assertThat(ended).isEmpty();
    }

    @Test
    @Rule("TRK-9")
    void aServiceThatIsGivenBackEndsNothing() throws Exception {
        BundleContext its = app.getBundleContext();
        MediaDevices first = its.getService(reference());
        MediaStreamTrack track = Await.value(first.getUserMedia(Map.of("video", true)))
                .getVideoTracks()
                .get(0);
        String camera = next(UsageEvent.Type.STARTED);

        assertThat(its.ungetService(reference())).isTrue();
        MediaDevices second = its.getService(reference());

        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(areIdle(Set.of(camera))).isFalse();
        assertThat(second).as("the document of the bundle").isSameAs(first);
        track.stop();
        assertThat(next(UsageEvent.Type.STOPPED)).isEqualTo(camera);
    }

    private ServiceReference<MediaDevices> reference() {
        return context.getServiceReference(MediaDevices.class);
    }

    /** The device of the next such event of the bundle. */
    private String next(UsageEvent.Type type) throws InterruptedException {
        UsageEvent event = Await.next(usage);
        while (event.type() != type || !event.bundle().equals(APP)) {
            event = Await.next(usage);
        }
        return event.device();
    }

    private boolean areIdle(Set<String> names) {
        return admin.cameras().stream()
                .filter(camera -> names.contains(camera.name()))
                .allMatch(camera -> camera.state() == CameraState.IDLE);
    }
}
