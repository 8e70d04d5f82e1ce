// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Mock cameras by configuration, all alike. Confined to the thread that offered them. */
final class MockCameras implements AutoCloseable {
    private static final String FACTORY = "org.mediacapture.provider.mock.camera";
    static final String PREFIX = "many-";
    private static final int UNITS = 160; // of 4 by 3 pixels: the size of 640x480

    private final MockFramework framework;
    private final List<Configuration> offers = new ArrayList<>();
    private final List<MediaStreamTrack> tracks = new ArrayList<>();

    private MockCameras(MockFramework framework) {
        this.framework = framework;
    }

    /** Offers so many cameras of one mode, such as "640x480@30", and waits until they are there. */
    static MockCameras offer(MockFramework framework, int count, String mode) throws Exception {
        MockCameras cameras = new MockCameras(framework);
        ConfigurationAdmin configurations = framework.service(ConfigurationAdmin.class);
        for (int camera = 0; camera < count; camera++) {
            Configuration offer = configurations.createFactoryConfiguration(FACTORY, "?");
            offer.update(new Hashtable<>(Map.of("name", PREFIX + camera, "label", PREFIX + camera, "modes", mode)));
            cameras.offers.add(offer);
        }
        framework.awaitCameras(present -> ofOurs(present).size() == count);
        return cameras;
    }

    /** Opens a track of each of the first so many cameras; they are stopped in the end. */
    List<MediaStreamTrack> open(int count) throws Exception {
        List<MediaStreamTrack> opened = new ArrayList<>();
        for (CameraStatus camera : all().subList(0, count)) {
            opened.add(open(camera, Map.of()));
        }
        return opened;
    }

    /** Opens so many tracks of the first camera, each of another size. */
    List<MediaStreamTrack> openSizes(int count) throws Exception {
        List<MediaStreamTrack> opened = new ArrayList<>();
        for (int size = 0; size < count; size++) {
            int unit = UNITS - size;
            opened.add(open(
                    all().get(0), Map.of("width", Map.of("exact", 4 * unit), "height", Map.of("exact", 3 * unit))));
        }
        return opened;
    }

    private List<CameraStatus> all() throws InterruptedException {
        return ofOurs(framework.service(CameraAdmin.class).cameras());
    }

    private MediaStreamTrack open(CameraStatus camera, Map<String, ?> wishes) throws Exception {
        Map<String, Object> video = new HashMap<>(wishes);
        video.put("deviceId", Map.of("exact", camera.deviceId()));
        MediaStreamTrack track = framework
                .devices()
                .getUserMedia(Map.of("video", video))
                .getValue()
                .getVideoTracks()
                .get(0);
        tracks.add(track);
        return track;
    }

    private static List<CameraStatus> ofOurs(List<CameraStatus> cameras) {
        return cameras.stream()
                .filter(camera -> camera.name().startsWith(PREFIX))
                .toList();
    }

    @Override
    public void close() throws Exception {
        tracks.forEach(MediaStreamTrack::stop);
        for (Configuration offer : offers) {
            offer.delete();
        }
        framework.awaitCameras(present -> ofOurs(present).isEmpty());
    }
}
