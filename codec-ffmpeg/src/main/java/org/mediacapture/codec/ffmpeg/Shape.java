// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.PixelFormat;

/**
 * What a picture is apart from its samples. Immutable.
 *
 * @param format the API's word for the layout of its samples
 * @param layout FFmpeg's number of it
 * @param colorSpace what the samples mean
 * @param width in pixels
 * @param height in pixels
 */
record Shape(PixelFormat format, int layout, ColorSpace colorSpace, int width, int height) {
    static Shape of(PixelFormat format, ColorSpace colorSpace, int width, int height) {
        return new Shape(format, PictureLayout.toFFmpeg(format), colorSpace, width, height);
    }

    /** As {@link PixelFormat#BGR24}, but with red before green and blue, for encoders that want that. */
    static Shape rgb(int width, int height) {
        return new Shape(PixelFormat.BGR24, avutil.AV_PIX_FMT_RGB24, ColorSpace.SRGB, width, height);
    }

    /** Whether it is that of such pictures. */
    boolean is(PixelFormat otherFormat, ColorSpace otherSpace, int otherWidth, int otherHeight) {
        return format == otherFormat
                && layout == PictureLayout.toFFmpeg(otherFormat)
                && width == otherWidth
                && height == otherHeight
                && colorSpace.equals(otherSpace);
    }

    /** Tells FFmpeg. */
    void applyTo(AVFrame frame) {
        frame.format(layout);
        frame.width(width);
        frame.height(height);
        PictureLayout.mark(frame, colorSpace);
    }

    @Override
    public String toString() {
        return width + "x" + height + " " + format;
    }
}
