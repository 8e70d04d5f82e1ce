// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.util.Arrays;
import java.util.Optional;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.ImageEncoder;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;

/** Makes JPEG and PNG files of uncompressed frames. Thread-safe: every call works with contexts of its own. */
final class FFmpegEncoder implements ImageEncoder {
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
        try (Picture picture = Picture.copyOf(frame)) {
            if (file.accepts(picture)) {
                return new Blob(file.type(), file.encode(picture, quality));
            }
            try (Scaler scaler = new Scaler();
                    Picture converted = scaler.scale(picture, file.acceptable(picture))) {
                return new Blob(file.type(), file.encode(converted, quality));
            }
        }
    }

    /** The files that can be made. */
    private enum FileType {
        JPEG("image/jpeg"),
        PNG("image/png");

        private final String type;

        FileType(String type) {
            this.type = type;
        }

        static Optional<FileType> of(String type) {
            return Arrays.stream(values())
                    .filter(file -> file.type.equalsIgnoreCase(type))
                    .findFirst();
        }

        String type() {
            return type;
        }

        /** Whether the file is made of such a picture without converting it. */
        boolean accepts(Picture picture) {
            return this == JPEG
                    && picture.format() == jpegFormat(picture.format())
                    && picture.colorSpace().equals(ColorSpace.JPEG);
        }

        /** An empty picture of which the file can be made, for what a picture shows. */
        Picture acceptable(Picture picture) {
            return this == JPEG
                    ? Picture.empty(jpegFormat(picture.format()), ColorSpace.JPEG, picture.width(), picture.height())
                    : Picture.emptyRgb(picture.width(), picture.height());
        }

        private static PixelFormat jpegFormat(PixelFormat format) {
            return switch (format) {
                case I422, YUYV -> PixelFormat.I422;
                case I444 -> PixelFormat.I444;
                default -> PixelFormat.I420;
            };
        }

        byte[] encode(Picture picture, double quality) {
            return this == JPEG ? ImageFile.jpeg(picture, quality) : ImageFile.png(picture);
        }

        @Override
        public String toString() {
            return type;
        }
    }
}
