// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.frame.FrameScaler;
import org.mediacapture.core.frame.SharedFrame;
import org.mediacapture.core.jpeg.JpegFile;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.FrameConverter;
import org.mediacapture.frame.ImageDecoder;
import org.mediacapture.frame.ImageEncoder;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does each piece of work with the best codec that takes it, and with the next one when that fails, as when its bundle goes in
 * the middle. Thread-safe; all methods block while they work.
 */
public final class Codecs implements FrameScaler {
    private static final Logger LOG = LoggerFactory.getLogger(Codecs.class);
    private static final List<PixelFormat> UNCOMPRESSED = Arrays.stream(PixelFormat.values())
            .filter(format -> !format.isCompressed())
            .toList();

    private final Supplier<List<ImageEncoder>> encoders;
    private final Supplier<List<ImageDecoder>> decoders;
    private final Supplier<List<FrameConverter>> converters;

    /** Makes codecs of lists that have the best first. */
    public Codecs(
            Supplier<List<ImageEncoder>> encoders,
            Supplier<List<ImageDecoder>> decoders,
            Supplier<List<FrameConverter>> converters) {
        this.encoders = encoders;
        this.decoders = decoders;
        this.converters = converters;
    }

    /** Whether there is an encoder that makes files of a MIME type. */
    public boolean encodes(String type) {
        return encoders.get().stream()
                .anyMatch(encoder -> UNCOMPRESSED.stream().anyMatch(format -> encoder.encodes(format, type)));
    }

    /** An image file of a frame, which is decoded if need be; the caller closes the frame. */
    public Blob encode(VideoFrame frame, String type, double quality) {
        return ofPixels(
                frame,
                pixels -> first(
                        "encode " + pixels.format() + " as " + type,
                        encoders.get(),
                        encoder -> encoder.encodes(pixels.format(), type),
                        encoder -> encoder.encode(pixels, type, quality)));
    }

    /** A frame in another format, of the visible size; the caller closes both. */
    public VideoFrame convert(VideoFrame frame, PixelFormat to) {
        return ofPixels(
                frame,
                pixels -> converted(
                        pixels, to, pixels.visible().width(), pixels.visible().height()));
    }

    /** The visible part in another size, in the frame's own format if a converter can do that, else in BGRA. */
    @Override
    public VideoFrame scale(VideoFrame frame, int width, int height) {
        return ofPixels(frame, pixels -> scaled(pixels, width, height));
    }

    /** An incomplete JPEG is refused here, since some decoders make a picture of it that is green below. */
    @Override
    public VideoFrame decode(VideoFrame frame) {
        if (frame.format() == PixelFormat.MJPEG && !JpegFile.isComplete(frame.plane(0))) {
            throw new MediaException(ErrorName.OPERATION, "the JPEG frame is incomplete");
        }
        return first(
                "decode " + frame.format(),
                decoders.get(),
                decoder -> decoder.decodes(frame.format()),
                decoder -> SharedFrame.decodedHandleOf(decoder.decode(frame), frame));
    }

    private <R> R ofPixels(VideoFrame frame, Function<VideoFrame, R> work) {
        if (!frame.format().isCompressed()) {
            return work.apply(frame);
        }
        try (VideoFrame pixels = decode(frame)) {
            return work.apply(pixels);
        }
    }

    private VideoFrame scaled(VideoFrame pixels, int width, int height) {
        PixelFormat own = pixels.format();
        if (converters.get().stream().anyMatch(converter -> converter.converts(own, own))) {
            try {
                return converted(pixels, own, width, height);
            } catch (MediaException failed) {
                LOG.debug("BGRA is tried instead of {}", own, failed);
            }
        }
        return converted(pixels, PixelFormat.BGRA, width, height);
    }

    private VideoFrame converted(VideoFrame pixels, PixelFormat to, int width, int height) {
        return first(
                "convert " + pixels.format() + " to " + to + " of " + width + "x" + height,
                converters.get(),
                converter -> converter.converts(pixels.format(), to),
                converter -> SharedFrame.handleOf(converter.convert(pixels, to, width, height), pixels));
    }

    private static <C, R> R first(String work, List<C> codecs, Predicate<C> takes, Function<C, R> does) {
        MediaException failure = new MediaException(ErrorName.OPERATION, "no codec can " + work);
        for (C codec : codecs) {
            try {
                if (takes.test(codec)) {
                    return does.apply(codec);
                }
            } catch (RuntimeException | LinkageError failed) {
                LOG.debug("{} failed to {}", codec, work, failed);
                failure =
                        new MediaException(ErrorName.OPERATION, "cannot " + work + ": " + failed.getMessage(), failed);
            }
        }
        throw failure;
    }
}
