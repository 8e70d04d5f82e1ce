// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;

/**
 * Frames of a camera that answers each request with one image: it is fetched again and again. A JPEG passes through
 * as it is, other images are decoded. For one thread at a time; buffers come back from any.
 */
final class StillSource implements FrameSource {
    /** Images fetched per second. */
    static final double RATE = 2;

    private static final long INTERVAL = (long) (TimeUnit.SECONDS.toNanos(1) / RATE);

    private static final Map<String, Integer> DECODED_TYPES = Map.of(
            "image/png", avcodec.AV_CODEC_ID_PNG,
            "image/webp", avcodec.AV_CODEC_ID_WEBP,
            "image/bmp", avcodec.AV_CODEC_ID_BMP,
            "image/gif", avcodec.AV_CODEC_ID_GIF,
            "image/tiff", avcodec.AV_CODEC_ID_TIFF);

    private final CameraPlan plan;
    private final Interruption interruption;
    private final Interrupts interrupts;
    private final SlotPool<JpegBuffer> pool = new SlotPool<>(JpegBuffer::new, buffer -> {}, buffer -> {});
    private final JpegBuffer image = new JpegBuffer();
    private final Optional<Decoder> decoder;
    private final Optional<Pictures> pictures;
    private boolean fetched = true;
    private long due = System.nanoTime();
    private long lastSuccess = due;
    private VideoMode mode;

    private StillSource(CameraPlan plan, ByteInput input, Interruption interruption, Interrupts interrupts)
            throws CameraException {
        this.plan = plan;
        this.interruption = interruption;
        this.interrupts = interrupts;
        String type = input.type();
        input.readAll(image);
        if (image.isJpeg()) {
            JpegSize size = image.pictureSize().orElseThrow(() -> failed("the JPEG is cut short"));
            mode = new VideoMode(size.width(), size.height(), RATE, PixelFormat.MJPEG);
            decoder = Optional.empty();
            pictures = Optional.empty();
            return;
        }
        if (!DECODED_TYPES.containsKey(type)) {
            throw failed("the server sent " + type + "; image/jpeg or one of " + DECODED_TYPES.keySet() + " is needed");
        }
        decoder = Optional.of(Decoder.of(plan.url(), DECODED_TYPES.get(type)));
        mode = decodedMode(decoder.get());
        pictures = Optional.of(new Pictures(new PictureFormats(false), mode));
    }

    /**
     * Reads the first image.
     *
     * @param input the bytes of the image; they are read to the end and closed
     * @throws CameraException if this is no image that can be used
     */
    static StillSource open(CameraPlan plan, ByteInput input, Interruption interruption, Interrupts interrupts)
            throws CameraException {
        try (input) {
            return new StillSource(plan, input, interruption, interrupts);
        }
    }

    private VideoMode decodedMode(Decoder images) throws CameraException {
        decode(images);
        if (!images.next()) {
            images.close();
            throw failed("the image cannot be decoded");
        }
        PixelFormat format = Pictures.lentFormat(images.frame().format());
        return new VideoMode(images.frame().width(), images.frame().height(), RATE, format);
    }

    private CameraException failed(String what) {
        return new CameraException(Reason.FAILED, plan.url().address() + ": " + what);
    }

    private void decode(Decoder images) {
        AVPacket packet = avcodec.av_packet_alloc();
        if (avcodec.av_new_packet(packet, image.size()) >= 0) {
            packet.data().capacity(image.size()).asByteBuffer().put(image.view());
            images.reset();
            images.put(packet);
            images.finish();
        }
        avcodec.av_packet_free(packet);
    }

    @Override
    public VideoMode mode() {
        return mode;
    }

    @Override
    public boolean next(FrameOutlet outlet) throws CameraException {
        interruption.awaitUntil(due);
        due = Math.max(due + INTERVAL, System.nanoTime());
        interruption.within(plan.readDeadline());
        boolean whole = fetched || fetch();
        fetched = false;
        if (whole && decoder.isPresent()) {
            decode(decoder.get());
            while (decoder.get().next()) {
                pictures.orElseThrow().lend(decoder.get().frame(), System.nanoTime(), outlet);
            }
        } else if (whole) {
            lend(outlet);
        }
        return true;
    }

    /** Fetches an image. One failure is forgiven, as long as images come within the deadline. */
    private boolean fetch() throws CameraException {
        image.clear();
        try (ByteInput input = ByteInput.open(plan.url(), interruption, interrupts)) {
            input.readAll(image);
            if (decoder.isEmpty() && !image.isJpeg()) {
                throw new CameraException(
                        Reason.LOST,
                        plan.url().address() + ": no picture within "
                                + plan.readDeadline().toMillis() + " ms, but something else");
            }
            lastSuccess = System.nanoTime();
            return true;
        } catch (CameraException e) {
            long silence = System.nanoTime() - lastSuccess;
            if (interruption.isDue() || silence > plan.readDeadline().toNanos()) {
                throw e;
            }
            return false;
        }
    }

    private void lend(FrameOutlet outlet) {
        Optional<SlotPool.Loan<JpegBuffer>> slot = image.isJpeg() ? pool.take() : Optional.empty();
        if (slot.isEmpty()) {
            outlet.dropped();
            return;
        }
        JpegBuffer picture = slot.get().buffer();
        picture.copy(image);
        VideoMode actual = picture.pictureSize()
                .map(size -> new VideoMode(size.width(), size.height(), RATE, PixelFormat.MJPEG))
                .orElse(mode);
        if (!actual.equals(mode)) {
            mode = actual;
            outlet.modeChanged(actual);
        }
        outlet.frame(picture.frame(actual), System.nanoTime(), slot.get());
    }

    @Override
    public EndCause whenOver() {
        return EndCause.LOST;
    }

    @Override
    public void close() {
        pool.close();
        // No method references: classes of what is not there may be impossible to load by now.
        if (decoder.isPresent()) {
            decoder.get().close();
        }
        if (pictures.isPresent()) {
            pictures.get().close();
        }
    }
}
