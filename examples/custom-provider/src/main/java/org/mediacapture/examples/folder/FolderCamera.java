// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.examples.folder;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.ProvideCameras;
import org.mediacapture.provider.VideoMode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** A camera that shows the JPEG pictures of a folder, ten a second: a service for each configuration. Immutable. */
@Component(
        configurationPid = "org.mediacapture.examples.folder",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = {CameraProperties.PROVIDER + "=folder", CameraProperties.LABEL + "=Folder"})
@ProvideCameras(value = "folder", schemes = "folder")
public final class FolderCamera implements CameraDevice {
    private final List<FrameData> pictures = new ArrayList<>();

    @Activate
    public FolderCamera(Map<String, Object> properties) throws IOException {
        String address = (String) properties.get(CameraProperties.ADDRESS);
        Path folder = Path.of(URI.create(address.replaceFirst("^folder:", "file:")));
        try (Stream<Path> files =
                Files.list(folder).filter(file -> file.toString().endsWith(".jpg"))) {
            for (Path file : files.sorted().toList()) {
                BufferedImage size = ImageIO.read(file.toFile());
                List<Plane> bytes = List.of(Plane.compressed(ByteBuffer.wrap(Files.readAllBytes(file))));
                pictures.add(
                        FrameData.of(PixelFormat.MJPEG, bytes, size.getWidth(), size.getHeight(), ColorSpace.JPEG));
            }
        }
        if (pictures.isEmpty()) {
            throw new IOException(CameraProperties.ADDRESS + ": " + address + " has no picture that ends with .jpg");
        }
    }

    @Override
    public List<VideoMode> modes() {
        FrameData first = pictures.get(0);
        return List.of(new VideoMode(first.codedWidth(), first.codedHeight(), 10, PixelFormat.MJPEG));
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public CameraSession open(FrameSink sink) {
        return new Session(sink);
    }

    /** Confined to the thread of its timer, to which every call goes that may fail; {@link #close} ends the timer. */
    private final class Session implements CameraSession {
        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        private final FrameSink sink;
        private Optional<Future<?>> stream = Optional.empty();
        private long sequence;

        Session(FrameSink sink) {
            this.sink = sink;
        }

        @Override
        public List<VideoMode> modes() {
            return FolderCamera.this.modes();
        }

        @Override
        public MediaTrackSettings settings() throws CameraException {
            return call(MediaTrackSettings::empty);
        }

        @Override
        public MediaTrackSettings apply(MediaTrackSettings wanted) throws CameraException {
            return settings();
        }

        @Override
        public void start(VideoMode mode) throws CameraException {
            if (call(() -> stream.isPresent())) {
                throw new IllegalStateException("the stream is started already");
            }
            if (!modes().contains(mode)) {
                throw new IllegalArgumentException("mode: " + mode + " is not one of " + modes());
            }
            call(() -> stream = Optional.of(timer.scheduleAtFixedRate(this::lend, 0, 100, TimeUnit.MILLISECONDS)));
        }

        /** Nobody ever writes these bytes, so that they may be lent any number of times. */
        private void lend() {
            FrameData picture = pictures.get((int) (sequence % pictures.size()));
            sink.frame(picture, sequence++, System.nanoTime(), () -> {});
        }

        @Override
        public void stop() throws CameraException {
            call(() -> stream.map(frames -> frames.cancel(false)));
            call(() -> stream = Optional.empty());
        }

        @Override
        public void close() {
            timer.shutdown();
        }

        /** Runs it between two frames. */
        private <T> T call(Callable<T> task) throws CameraException {
            try {
                return timer.submit(task).get();
            } catch (InterruptedException | ExecutionException | RejectedExecutionException e) {
                throw new CameraException(CameraException.Reason.LOST, "the session is closed or interrupted", e);
            }
        }
    }
}
