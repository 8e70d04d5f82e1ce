// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.util.Arrays;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ImageEncoder;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;

/** Makes JPEG and PNG files of uncompressed frames. Thread-safe. */
final class FFmpegEncoder implements ImageEncoder {
    private final Workshop workshop;

    FFmpegEncoder(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public boolean encodes(PixelFormat format, String type) {
        return !format.isCompressed() && FileType.of(type).isPresent();
    }

    @Override
    public Blob encode(VideoFrame frame, String type, double quality) {
        if (!encodes(frame.format(), type)) {
            throw new MediaException(
                    ErrorName.OPERATION,
                    "FFmpeg cannot make " + type + " of " + frame.format() + "; it makes "
                            + Arrays.toString(FileType.values()) + " of uncompressed frames");
        }
        if (!(quality >= 0 && quality <= 1)) {
            throw new MediaException(ErrorName.OPERATION, "quality: " + quality + " is not within 0.0 and 1.0");
        }
        FileType file = FileType.of(type).orElseThrow();
        try (Source picture = workshop.source(frame)) {
            Shape shape = file.shape(picture.shape());
            if (shape.equals(picture.shape())) {
                return new Blob(file.type(), workshop.file(file, picture, quality));
            }
            try (Source converted = workshop.scaled(picture, shape)) {
                return new Blob(file.type(), workshop.file(file, converted, quality));
            }
        }
    }
}
