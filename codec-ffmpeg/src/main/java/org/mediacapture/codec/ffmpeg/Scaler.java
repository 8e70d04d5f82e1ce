// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.PixelFormat;

/** Changes format, colour space and size of pictures with libswscale. For one thread. */
final class Scaler implements AutoCloseable {
    private final SwsContext context = swscale.sws_alloc_context();

    /**
     * Makes another picture of one.
     *
     * @param from the picture, which stays
     * @param format the wanted format
     * @param colorSpace the wanted colour space
     * @param width the wanted width in pixels
     * @param height the wanted height in pixels
     * @return a new picture
     * @throws MediaException with OperationError if libswscale cannot do it
     */
    Picture scale(Picture from, PixelFormat format, ColorSpace colorSpace, int width, int height) {
        Picture to = Picture.empty(format, colorSpace, width, height);
        context.flags(swscale.SWS_BICUBIC);
        int result = swscale.sws_scale_frame(context, to.frame(), from.frame());
        if (result < 0) {
            to.close();
            throw new MediaException(
                    ErrorName.OPERATION,
                    "FFmpeg cannot convert " + from.width() + "x" + from.height() + " " + from.format() + " to " + width
                            + "x" + height + " " + format + " (error " + result + ")");
        }
        return to;
    }

    @Override
    public void close() {
        swscale.sws_freeContext(context);
    }
}
