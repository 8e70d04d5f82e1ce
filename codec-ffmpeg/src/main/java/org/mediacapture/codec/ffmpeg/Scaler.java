// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;

/** Changes format, colour space and size of pictures with libswscale. For one thread. */
final class Scaler implements AutoCloseable {
    private final SwsContext context = swscale.sws_alloc_context();

    /**
     * Fills a picture with what another shows.
     *
     * @param from the picture, which stays
     * @param to an empty picture of the wanted format, colour space and size; closed if it cannot be filled
     * @return the second picture
     * @throws MediaException with OperationError if libswscale cannot do it
     */
    Picture scale(Picture from, Picture to) {
        context.flags(isMuchSmaller(from, to) ? swscale.SWS_AREA : swscale.SWS_BICUBIC);
        int result = swscale.sws_scale_frame(context, to.frame(), from.frame());
        if (result < 0) {
            String what = from + " to " + to;
            to.close();
            throw new MediaException(ErrorName.OPERATION, "FFmpeg cannot convert " + what + " (error " + result + ")");
        }
        return to;
    }

    /** Whether a new pixel covers so many old ones that their mean shows more than a curve through some of them. */
    private static boolean isMuchSmaller(Picture from, Picture to) {
        return from.width() > 2 * to.width() || from.height() > 2 * to.height();
    }

    @Override
    public void close() {
        swscale.sws_freeContext(context);
    }
}
