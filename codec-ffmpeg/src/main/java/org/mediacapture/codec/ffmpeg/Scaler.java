// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;

/** Changes format, colour space and size of pictures with libswscale. For one thread at a time. */
final class Scaler implements IdlePool.Reusable<Scaler.Kind> {
    private final Kind kind;
    private final SwsContext context = swscale.sws_alloc_context();

    /** What is made of what. */
    record Kind(Shape from, Shape to) {
        /** Whether a new pixel covers so many old ones that their mean shows more than a curve through some of them. */
        boolean isMuchSmaller() {
            return from.width() > 2 * to.width() || from.height() > 2 * to.height();
        }
    }

    Scaler(Kind kind) {
        this.kind = kind;
        // Without SWS_ACCURATE_RND, which costs five times as much for a difference that nobody sees.
        context.flags(kind.isMuchSmaller() ? swscale.SWS_AREA : swscale.SWS_BICUBIC);
    }

    /**
     * Fills a picture with what another shows.
     *
     * @throws MediaException with OperationError if libswscale cannot do it
     */
    void scale(AVFrame from, AVFrame to) {
        int result = swscale.sws_scale_frame(context, to, from);
        if (result < 0) {
            throw new MediaException(
                    ErrorName.OPERATION,
                    "FFmpeg cannot convert " + kind.from() + " to " + kind.to() + " (error " + result + ")");
        }
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public long weight() {
        return 1;
    }

    @Override
    public void free() {
        swscale.sws_freeContext(context);
    }
}
