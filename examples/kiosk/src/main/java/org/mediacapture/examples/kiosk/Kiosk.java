// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.examples.kiosk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.RequireCameras;
import org.mediacapture.stream.TrackEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventHandler;
import org.osgi.service.event.annotations.RequireEventAdmin;
import org.osgi.service.event.propertytypes.EventTopics;
import org.osgi.util.promise.Promise;

/**
 * Takes a photo for each event {@code kiosk/shutter}, into the file that it names, and tells by {@code kiosk/photo} or
 * {@code kiosk/failure} what became of it. The camera stays open between photos: a photo that is asked for while its provider is
 * being replaced waits for the successor.
 */
@Component
@EventTopics(Kiosk.SHUTTER)
@RequireEventAdmin
@RequireCameras
public final class Kiosk implements EventHandler {
    static final String SHUTTER = "kiosk/shutter";
    static final String PHOTO = "kiosk/photo";
    static final String FAILURE = "kiosk/failure";
    static final String FILE = "file";

    private final MediaDevices devices;
    private final ImageCaptureFactory captures;
    private final EventAdmin events;

    // Guarded by this.
    private Optional<Promise<ImageCapture>> camera = Optional.empty();

    @Activate
    public Kiosk(
            @Reference MediaDevices devices, @Reference ImageCaptureFactory captures, @Reference EventAdmin events) {
        this.devices = devices;
        this.captures = captures;
        this.events = events;
    }

    @Override
    public void handleEvent(Event event) {
        String file = String.valueOf(event.getProperty(FILE));
        camera().flatMap(ImageCapture::takePhoto)
                .map(photo -> Files.write(Path.of(file), photo.bytes()))
                .onSuccess(written -> post(PHOTO, Map.of(FILE, file)))
                .onFailure(cause -> post(FAILURE, Map.of(FILE, file, "cause", cause.toString())));
    }

    /** The camera, opened for the first photo, and anew for the next one after it was lost for good. */
    private synchronized Promise<ImageCapture> camera() {
        if (camera.isEmpty()) {
            camera = Optional.of(devices.getUserMedia(MediaStreamConstraints.ofVideo())
                    .map(stream -> stream.getVideoTracks().get(0))
                    .onSuccess(track -> track.addEventListener(TrackEvent.Type.ENDED, event -> lost()))
                    .map(captures::create)
                    .onFailure(cause -> lost()));
        }
        return camera.get();
    }

    private synchronized void lost() {
        camera = Optional.empty();
    }

    private void post(String topic, Map<String, String> properties) {
        events.postEvent(new Event(topic, properties));
    }

    @Deactivate
    public synchronized void close() {
        camera.ifPresent(open -> open.onSuccess(capture -> capture.track().stop()));
    }
}
