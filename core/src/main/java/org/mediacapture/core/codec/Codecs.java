// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.frame.PixelWork;
import org.mediacapture.core.jpeg.JpegFile;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.FrameConverter;
import org.mediacapture.frame.ImageDecoder;
import org.mediacapture.frame.ImageEncoder;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does each piece of work with the best codec that takes it, and with the next one when that fails, as when its bundle goes in
 * the middle. Thread-safe; all methods block while they work.
 */
public final class Codecs implements PixelWork {
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
        try (VideoFrame pixels = frame.pixels()) {
            return first(new CodecTask.Encode(pixels, type, quality), encoders.get());
        }
    }

    /** An incomplete JPEG is refused here, since some decoders make a picture of it that is green below. */
    @Override
    public LentFrame decode(VideoFrame frame) {
        if (frame.format() == PixelFormat.MJPEG && !JpegFile.isComplete(frame.plane(0))) {
            throw new MediaException(ErrorName.OPERATION, "the JPEG frame is incomplete");
        }
        return first(new CodecTask.Decode(frame), decoders.get());
    }

    @Override
    public LentFrame convert(VideoFrame frame, PixelFormat format, int width, int height) {
        return first(new CodecTask.Convert(frame, format, width, height), converters.get());
    }

    @Override
    public LentFrame scale(VideoFrame frame, int width, int height) {
        PixelFormat own = frame.format();
        if (converters.get().stream().anyMatch(converter -> converter.converts(own, own))) {
            try {
                return convert(frame, own, width, height);
            } catch (MediaException failed) {
                LOG.debug("BGRA is tried instead of {}", own, failed);
            }
        }
        return convert(frame, PixelFormat.BGRA, width, height);
    }

    /** By number, since an iterator would be an object for each frame. */
    private static <C, R> R first(CodecTask<C, R> task, List<C> codecs) {
        Optional<MediaException> failure = Optional.empty();
        for (int index = 0; index < codecs.size(); index++) {
            C codec = codecs.get(index);
            try {
                if (task.isFor(codec)) {
                    return task.doneBy(codec);
                }
            } catch (RuntimeException | LinkageError failed) {
                LOG.debug("{} failed to {}", codec, task, failed);
                failure = Optional.of(
                        new MediaException(ErrorName.OPERATION, "cannot " + task + ": " + failed.getMessage(), failed));
            }
        }
        throw failure.orElseGet(() -> new MediaException(ErrorName.OPERATION, "no codec can " + task));
    }
}
