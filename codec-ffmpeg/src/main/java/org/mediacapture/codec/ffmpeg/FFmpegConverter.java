// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameConverter;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;

/** Converts any uncompressed format to any other. Thread-safe. */
final class FFmpegConverter implements FrameConverter {
    private final Workshop workshop;

    FFmpegConverter(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public boolean converts(PixelFormat from, PixelFormat to) {
        return !from.isCompressed() && !to.isCompressed();
    }

    @Override
    public LentFrame convert(VideoFrame frame, PixelFormat to, int width, int height) {
        if (!converts(frame.format(), to)) {
            throw new MediaException(
                    ErrorName.OPERATION,
                    "FFmpeg cannot convert " + frame.format() + " to " + to + ": both must be uncompressed");
        }
        if (width < 1 || height < 1) {
            throw new MediaException(
                    ErrorName.OPERATION, "size: " + width + "x" + height + " is not accepted; 1x1 and more is");
        }
        ColorSpace colorSpace = PictureLayout.converted(frame.colorSpace(), to);
        PixelFormat layout = to == PixelFormat.GRAY8 ? PixelFormat.I420 : to;
        Picture picture = picture(frame, Shape.of(layout, colorSpace, width, height));
        return to == PixelFormat.GRAY8 ? picture.lendLuma() : picture.lend();
    }

    private Picture picture(VideoFrame frame, Shape shape) {
        if (FrameCopy.shape(frame).equals(shape)) {
            // Also because libswscale, which would only copy, leaves out the last row of colour of an odd height.
            return workshop.copy(frame);
        }
        try (Source source = workshop.source(frame)) {
            return workshop.scaled(source, shape);
        }
    }
}
