// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.frame.ImageDecoder;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** Frames of a camera that sends JPEG: compressed until somebody wants pixels, then decoded once for all who do. */
class FramePixelsTest {
    private static final String CAMERA = "jpegs";

    @InjectBundleContext
    BundleContext context;

    @InjectService
    MediaDevices devices;

    @InjectService
    ImageCaptureFactory captures;

    @InjectService
    CameraAdmin admin;

    @InjectService
    ConfigurationAdmin configurations;

    @InjectService(timeout = 30_000) // FFmpeg is loaded in the background
    ImageDecoder best;

    private final Map<Long, Integer> decodes = new ConcurrentHashMap<>();
    private MockCameras cameras;
    private ServiceRegistration<ImageDecoder> counting;
    private MediaStreamTrack track;

    @BeforeEach
    void open() throws Exception {
        cameras = new MockCameras(configurations, admin);
        cameras.offer(CAMERA, "mock", 0, Map.of("modes", "320x240@30 MJPEG"));
        Dictionary<String, Object> first = new Hashtable<>(Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE));
        counting = context.registerService(ImageDecoder.class, new CountingDecoder(), first);
        track = Await.value(devices.getUserMedia(cameras.request(CAMERA)))
                .getVideoTracks()
                .get(0);
    }

    @AfterEach
    void close() throws Exception {
        track.stop();
        counting.unregister();
        cameras.remove();
    }

    @Test
    void framesThatOnlyPassAndPhotosAreNeverDecoded() throws Exception {
        BlockingQueue<PixelFormat> formats = new LinkedBlockingQueue<>();
        track.frames(FrameOptions.latest(), frame -> {
            try (frame) {
                formats.add(frame.format());
            }
        });
        assertThat(Await.next(formats)).isEqualTo(PixelFormat.MJPEG);
        assertThat(Await.value(captures.create(track).takePhoto()).size()).isPositive();

        assertThat(decodes).isEmpty();
    }

    @Test
    void tracksConsumersAndGrabbedFramesShareOnePicture() throws Exception {
        MediaStreamTrack small = track.clone();
        Await.value(small.applyConstraints(Map.of("width", 160, "height", 120)));
        BlockingQueue<PixelRect> sizes = new LinkedBlockingQueue<>();
        for (MediaStreamTrack reader : List.of(track, track, small)) {
            reader.frames(new FrameOptions(2, false), frame -> {
                try (frame;
                        VideoFrame pixels = frame.pixels();
                        VideoFrame bgra = frame.convert(PixelFormat.BGRA)) {
                    assertThat(pixels.format().isCompressed()).isFalse();
                    assertThat(bgra.sequence()).isEqualTo(frame.sequence());
                    sizes.add(bgra.visible());
                }
            });
        }
        ImageCapture capture = captures.create(track);
        for (int round = 0; round < 5; round++) {
            try (ImageBitmap bitmap = Await.value(capture.grabFrame())) {
                assertThat(bitmap.toBufferedImage()).isSameAs(bitmap.toBufferedImage());
                assertThat(bitmap.width()).isEqualTo(320);
            }
        }
        Await.until(
                "both sizes came",
                () -> sizes.contains(PixelRect.ofSize(320, 240)) && sizes.contains(PixelRect.ofSize(160, 120)));
        small.stop();

        assertThat(decodes).isNotEmpty();
        assertThat(decodes.values()).as("decodes of a frame").containsOnly(1);
    }

    /** Lets another one work. Thread-safe. */
    private final class CountingDecoder implements ImageDecoder {
        @Override
        public boolean decodes(PixelFormat format) {
            return best.decodes(format);
        }

        @Override
        public LentFrame decode(VideoFrame frame) {
            decodes.merge(frame.sequence(), 1, Integer::sum);
            return best.decode(frame);
        }
    }
}
