// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.frame.SharedFrame;
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
public final class Codecs {
    private static final Logger LOG = LoggerFactory.getLogger(Codecs.class);

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

    /** An image file of an uncompressed frame; the caller closes the frame. */
    public Blob encode(VideoFrame frame, String type, double quality) {
        return first(
                "encode " + frame.format() + " as " + type,
                encoders.get(),
                encoder -> encoder.encodes(frame.format(), type),
                encoder -> encoder.encode(frame, type, quality));
    }

    /** A frame in another format, of the visible size; the caller closes both. */
    public VideoFrame convert(VideoFrame frame, PixelFormat to) {
        if (!frame.format().isCompressed()) {
            return converted(frame, to);
        }
        try (VideoFrame pixels = decoded(frame)) {
            return converted(pixels, to);
        }
    }

    private VideoFrame decoded(VideoFrame frame) {
        return first(
                "decode " + frame.format(),
                decoders.get(),
                decoder -> decoder.decodes(frame.format()),
                decoder -> SharedFrame.handleOf(decoder.decode(frame), frame));
    }

    private VideoFrame converted(VideoFrame frame, PixelFormat to) {
        return first(
                "convert " + frame.format() + " to " + to,
                converters.get(),
                converter -> converter.converts(frame.format(), to),
                converter -> SharedFrame.handleOf(
                        converter.convert(
                                frame,
                                to,
                                frame.visible().width(),
                                frame.visible().height()),
                        frame));
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
