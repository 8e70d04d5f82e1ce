// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import org.mediacapture.frame.Blob;
import org.mediacapture.frame.FrameConverter;
import org.mediacapture.frame.ImageDecoder;
import org.mediacapture.frame.ImageEncoder;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;

/**
 * A piece of work that some codecs do; its words say which. Immutable.
 *
 * @param <C> the kind of codec
 * @param <R> what it makes
 */
sealed interface CodecTask<C, R> {
    /** Whether a codec takes it. */
    boolean isFor(C codec);

    /** Has a codec do it; blocks meanwhile. */
    R doneBy(C codec);

    /** An image file of a frame. */
    record Encode(VideoFrame pixels, String type, double quality) implements CodecTask<ImageEncoder, Blob> {
        @Override
        public boolean isFor(ImageEncoder encoder) {
            return encoder.encodes(pixels.format(), type);
        }

        @Override
        public Blob doneBy(ImageEncoder encoder) {
            return encoder.encode(pixels, type, quality);
        }

        @Override
        public String toString() {
            return "encode " + pixels.format() + " as " + type;
        }
    }

    /** The picture of a compressed frame. */
    record Decode(VideoFrame frame) implements CodecTask<ImageDecoder, LentFrame> {
        @Override
        public boolean isFor(ImageDecoder decoder) {
            return decoder.decodes(frame.format());
        }

        @Override
        public LentFrame doneBy(ImageDecoder decoder) {
            return decoder.decode(frame);
        }

        @Override
        public String toString() {
            return "decode " + frame.format();
        }
    }

    /** A frame in another format or size. */
    record Convert(VideoFrame frame, PixelFormat format, int width, int height)
            implements CodecTask<FrameConverter, LentFrame> {
        @Override
        public boolean isFor(FrameConverter converter) {
            return converter.converts(frame.format(), format);
        }

        @Override
        public LentFrame doneBy(FrameConverter converter) {
            return converter.convert(frame, format, width, height);
        }

        @Override
        public String toString() {
            return "convert " + frame.format() + " to " + format + " of " + width + "x" + height;
        }
    }
}
