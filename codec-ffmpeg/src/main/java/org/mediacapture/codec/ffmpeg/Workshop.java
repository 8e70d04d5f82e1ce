// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;

/**
 * Reads, converts and writes pictures with FFmpeg, whose contexts and pictures it keeps for the next call. Thread-safe; each call
 * has contexts of its own while it works.
 */
final class Workshop implements AutoCloseable {
    private static final int VIEWS = 16;
    private static final int SCALERS = 16;
    private static final long ENCODER_BYTES = 32L << 20;
    private static final long DECODER_BYTES = 32L << 20;
    private static final long PICTURE_BYTES = 64L << 20;

    private final IdlePool<Class<FrameView>, FrameView> views = new IdlePool<>(VIEWS);
    private final Function<Class<FrameView>, FrameView> newView = kind -> new FrameView(views);
    private final IdlePool<Scaler.Kind, Scaler> scalers = new IdlePool<>(SCALERS);
    private final IdlePool<FileEncoder.Kind, FileEncoder> encoders = new IdlePool<>(ENCODER_BYTES);
    private final IdlePool<JpegHead, JpegDecoder> decoders = new IdlePool<>(DECODER_BYTES);
    private final IdlePool<Shape, Picture> pictures = new IdlePool<>(PICTURE_BYTES);

    /** The visible part of a frame as it lies, or a copy where that cannot be read. */
    Source source(VideoFrame frame) {
        FrameView view = views.take(FrameView.class, newView);
        boolean shown = false;
        try {
            shown = view.shows(frame);
        } finally {
            if (!shown) {
                view.close();
            }
        }
        return shown ? view : copy(frame);
    }

    /** A copy of the visible part of a frame. */
    Picture copy(VideoFrame frame) {
        Picture copy = picture(FrameCopy.shape(frame));
        try {
            FrameCopy.copy(frame, copy);
            return copy;
        } catch (RuntimeException failed) {
            copy.close();
            throw failed;
        }
    }

    /** What a picture shows, as a picture of another shape. */
    Picture scaled(Source from, Shape shape) {
        return scaled(from.frame(), new Scaler.Kind(from.shape(), shape));
    }

    private Picture scaled(AVFrame from, Scaler.Kind kind) {
        Picture to = picture(kind.to());
        try {
            return scalers.use(kind, Scaler::new, scaler -> {
                scaler.scale(from, to.frame());
                return to;
            });
        } catch (RuntimeException failed) {
            to.close();
            throw failed;
        }
    }

    private Picture picture(Shape shape) {
        return pictures.take(shape, made -> new Picture(made, pictures));
    }

    /** A file of a picture that has the shape the file wants. */
    byte[] file(FileType type, Source picture, double quality) {
        return encoders.use(
                FileEncoder.Kind.of(type, picture.shape(), quality),
                FileEncoder::new,
                encoder -> encoder.encode(picture.frame()));
    }

    /** The picture of a JPEG frame, lent. */
    LentFrame decoded(VideoFrame jpeg) {
        AVFrame decoded = avutil.av_frame_alloc();
        try {
            ByteBuffer bytes = jpeg.plane(0);
            return decoders.use(JpegHead.of(bytes), JpegDecoder::new, decoder -> {
                decoder.decode(bytes, decoded);
                return lend(decoder, decoded);
            });
        } catch (RuntimeException failed) {
            avutil.av_frame_free(decoded);
            throw failed;
        }
    }

    private LentFrame lend(JpegDecoder decoder, AVFrame decoded) {
        Optional<PixelFormat> format = PictureLayout.ofDecoded(decoded.format());
        if (format.isPresent()) {
            return new LentFrame(
                    decoder.describe(decoded, format.get()), new Loan(() -> avutil.av_frame_free(decoded)));
        }
        Shape to = Shape.of(PixelFormat.I444, ColorSpace.JPEG, decoded.width(), decoded.height());
        Shape from = new Shape(to.format(), decoded.format(), to.colorSpace(), to.width(), to.height());
        Picture picture = scaled(decoded, new Scaler.Kind(from, to));
        avutil.av_frame_free(decoded);
        return picture.lend();
    }

    /** How many contexts were made so far. */
    int contexts() {
        return scalers.made() + encoders.made() + decoders.made();
    }

    /** How many pictures were made so far. */
    int pictures() {
        return pictures.made();
    }

    /** Frees what nobody uses now, and the rest when it comes back. Pictures that are lent stay valid. */
    @Override
    public void close() {
        views.close();
        scalers.close();
        encoders.close();
        decoders.close();
        pictures.close();
    }
}
