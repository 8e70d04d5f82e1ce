// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.mediacapture.constraint.FillLightMode;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.constraint.RedEyeReduction;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

/** Photos of one colour, 64x48, and frames, black ones of that size unless a test has others. Thread-safe. */
final class FakeCaptures implements ImageCaptureFactory {
    static final int WIDTH = 64;
    static final int HEIGHT = 48;

    final List<PhotoSettings> settings = new CopyOnWriteArrayList<>();
    final List<MediaStreamTrack> used = new CopyOnWriteArrayList<>();
    volatile RuntimeException failure;
    volatile Blob photo = new Blob("image/jpeg", encoded("jpeg"));
    final AtomicInteger openBitmaps = new AtomicInteger();
    volatile BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    volatile Function<MediaStreamTrack, Promise<ImageBitmap>> frames = track -> Promises.resolved(bitmap());

    /** Called when a photo is asked for, before the camera answers. */
    volatile Runnable onPhoto = () -> {};

    volatile PhotoCapabilities capabilities = new PhotoCapabilities(
            RedEyeReduction.CONTROLLABLE,
            Optional.of(new MediaSettingsRange(240, 2160, 240)),
            Optional.of(new MediaSettingsRange(320, 3840, 320)),
            List.of(FillLightMode.AUTO, FillLightMode.FLASH));

    static byte[] encoded(String format) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public ImageCapture create(MediaStreamTrack track) {
        used.add(track);
        return new ImageCapture() {
            @Override
            public MediaStreamTrack track() {
                return track;
            }

            @Override
            public Promise<Blob> takePhoto() {
                return takePhoto(PhotoSettings.none());
            }

            @Override
            public Promise<Blob> takePhoto(PhotoSettings wanted) {
                settings.add(wanted);
                onPhoto.run();
                return failure == null ? Promises.resolved(photo) : Promises.failed(failure);
            }

            @Override
            public Promise<Blob> takePhoto(Map<String, ?> wanted) {
                return takePhoto(PhotoSettings.fromMap(wanted));
            }

            @Override
            public Promise<PhotoCapabilities> getPhotoCapabilities() {
                return failure == null ? Promises.resolved(capabilities) : Promises.failed(failure);
            }

            @Override
            public Promise<PhotoSettings> getPhotoSettings() {
                return failure == null
                        ? Promises.resolved(PhotoSettings.ofSize(WIDTH, HEIGHT))
                        : Promises.failed(failure);
            }

            @Override
            public Promise<ImageBitmap> grabFrame() {
                return failure == null ? frames.apply(track) : Promises.failed(failure);
            }
        };
    }

    ImageBitmap bitmap() {
        openBitmaps.incrementAndGet();
        BufferedImage shown = image;
        return new ImageBitmap() {
            @Override
            public int width() {
                return shown.getWidth();
            }

            @Override
            public int height() {
                return shown.getHeight();
            }

            @Override
            public BufferedImage toBufferedImage() {
                return shown;
            }

            @Override
            public void close() {
                openBitmaps.decrementAndGet();
            }
        };
    }
}
