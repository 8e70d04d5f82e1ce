// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.ImageDecoder;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;

/** Decodes JPEG pictures, also those without Huffman tables, into planes of luma and colour. Thread-safe. */
final class FFmpegDecoder implements ImageDecoder {
    private final Workshop workshop;

    FFmpegDecoder(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public boolean decodes(PixelFormat format) {
        return format == PixelFormat.MJPEG;
    }

    @Override
    public LentFrame decode(VideoFrame frame) {
        if (!decodes(frame.format())) {
            throw new MediaException(ErrorName.OPERATION, frame.format() + " needs no decoding; MJPEG does");
        }
        return workshop.decoded(frame);
    }
}
