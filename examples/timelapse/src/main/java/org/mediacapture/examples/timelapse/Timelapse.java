// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.examples.timelapse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.mediacapture.frame.Blob;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.RequireCameras;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.promise.Promise;

/**
 * Takes a picture of one camera every so many seconds, one component for each configuration. The camera is open only for its
 * picture, so that several may share it, and one that is away costs the pictures of that time and nothing else.
 */
@Component(
        service = {},
        configurationPid = "org.mediacapture.examples.timelapse",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = TimelapseConfiguration.class, factory = true)
@RequireCameras
public final class Timelapse {
    private static final System.Logger LOG = System.getLogger(Timelapse.class.getName());

    private final MediaDevices devices;
    private final ImageCaptureFactory captures;
    private final String camera;
    private final Path folder;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @Activate
    public Timelapse(
            @Reference MediaDevices devices,
            @Reference ImageCaptureFactory captures,
            TimelapseConfiguration configuration)
            throws IOException {
        this.devices = devices;
        this.captures = captures;
        this.camera = configuration.camera();
        this.folder = Files.createDirectories(Path.of(configuration.folder()));
        timer.scheduleAtFixedRate(this::takePicture, 0, configuration.every(), TimeUnit.SECONDS);
    }

    @Deactivate
    public void close() {
        timer.shutdown();
    }

    private void takePicture() {
        devices.enumerateDevices()
                .flatMap(this::open)
                .flatMap(this::photo)
                .map(photo -> Files.write(folder.resolve(name()), photo.bytes()))
                .onFailure(cause -> LOG.log(System.Logger.Level.WARNING, "{0}: no picture: {1}", folder, cause));
    }

    private Promise<MediaStream> open(List<MediaDeviceInfo> there) {
        Map<String, ?> wish = there.stream()
                .filter(device -> device.label().equals(camera))
                .findFirst()
                .<Map<String, ?>>map(device -> Map.of("deviceId", Map.of("exact", device.deviceId())))
                .orElse(Map.of());
        if (wish.isEmpty() && !camera.isEmpty()) {
            throw new IllegalStateException("camera: \"" + camera + "\" is not there");
        }
        return devices.getUserMedia(Map.of("video", wish));
    }

    private Promise<Blob> photo(MediaStream stream) {
        MediaStreamTrack track = stream.getVideoTracks().get(0);
        return captures.create(track).takePhoto().onResolve(track::stop);
    }

    /** Sorts by time, and is a legal name of a file everywhere. */
    private static String name() {
        return Instant.now().toString().replace(':', '-') + ".jpg";
    }
}
