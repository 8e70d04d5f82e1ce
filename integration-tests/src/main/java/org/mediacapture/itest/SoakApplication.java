// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.framework.BundleContext;
import org.osgi.util.promise.Promise;

/**
 * A bundle that uses the camera: a track with constraints and a clone, frames of both, photos and grabbed frames that are under way
 * while the provider is swapped. Confined to the test's thread.
 */
final class SoakApplication implements AutoCloseable {
    private final List<WatchedTrack> tracks = new ArrayList<>();
    private final int width;
    private final ImageCapture capture;
    private final List<Promise<Blob>> photos = new ArrayList<>();
    private final List<Promise<ImageBitmap>> grabs = new ArrayList<>();

    /**
     * Opens the camera and applies constraints.
     *
     * @param width of the pictures that it wants
     * @param more further constraints
     */
    SoakApplication(BundleContext bundle, int width, Map<String, ?> more) throws Exception {
        this.width = width;
        String name = bundle.getBundle().getSymbolicName();
        String device = service(bundle, CameraAdmin.class).cameras().stream()
                .filter(camera -> camera.name().equals(SoakCamera.NAME))
                .findFirst()
                .orElseThrow()
                .deviceId();
        MediaStreamTrack track = Await.value(service(bundle, MediaDevices.class)
                        .getUserMedia(Map.of("video", Map.of("deviceId", Map.of("exact", device)))))
                .getVideoTracks()
                .get(0);
        tracks.add(new WatchedTrack("the track of " + name, track));
        Await.value(track.applyConstraints(Map.of("width", Map.of("exact", width), "advanced", List.of(more))));
        tracks.add(new WatchedTrack("the clone of " + name, track.clone()));
        capture = service(bundle, ImageCaptureFactory.class).create(track);
        WatchedTrack.assertFrames(tracks);
    }

    private static <S> S service(BundleContext bundle, Class<S> type) {
        return bundle.getService(bundle.getServiceReference(type));
    }

    /** Asks for a photo and a frame, and does not wait for them. */
    void capture() {
        photos.add(capture.takePhoto());
        grabs.add(capture.grabFrame());
    }

    /** Waits for all that was asked for, and asserts that nobody noticed more of the swap than is allowed. */
    void assertUndisturbed(SwapKind kind, int losses) throws Exception {
        for (Promise<Blob> photo : photos) {
            assertTaken(photo, losses);
        }
        for (Promise<ImageBitmap> grab : grabs) {
            try (ImageBitmap bitmap = Await.value(grab)) {
                assertThat(bitmap.width()).isEqualTo(width);
            }
        }
        photos.clear();
        grabs.clear();
        for (WatchedTrack track : tracks) {
            track.assertEvents(kind, losses);
            assertThat(track.track().getSettings().get(ConstrainableProperty.WIDTH))
                    .contains((long) width);
        }
    }

    /** A photo survives one loss; of a second one it may say so (HS-4). */
    private static void assertTaken(Promise<Blob> photo, int losses) throws Exception {
        try {
            assertThat(Await.value(photo).size()).isPositive();
        } catch (InvocationTargetException failed) {
            assertThat(losses).as("%s", failed.getCause()).isGreaterThan(1);
            assertThat(failed.getCause()).hasMessageContaining("was lost twice");
        }
    }

    /** Its tracks. */
    List<WatchedTrack> tracks() {
        return tracks;
    }

    @Override
    public void close() {
        tracks.forEach(WatchedTrack::stop);
    }
}
