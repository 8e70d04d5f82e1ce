// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.util.List;
import java.util.Optional;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.PixelFormat;

/** The files that can be made. */
enum FileType {
    JPEG("image/jpeg"),
    PNG("image/png");

    private static final List<FileType> ALL = List.of(values()); // which would be copied for each photo

    private final String type;
    private final Optional<FileType> itself = Optional.of(this);

    FileType(String type) {
        this.type = type;
    }

    static Optional<FileType> of(String type) {
        for (int index = 0; index < ALL.size(); index++) {
            if (ALL.get(index).type.equalsIgnoreCase(type)) {
                return ALL.get(index).itself;
            }
        }
        return Optional.empty();
    }

    /** The MIME type. */
    String type() {
        return type;
    }

    /** What a picture is to be made, if it is not, before it becomes a file. */
    Shape shape(Shape picture) {
        if (this == PNG) {
            return Shape.rgb(picture.width(), picture.height());
        }
        PixelFormat format = jpegFormat(picture.format());
        return picture.is(format, ColorSpace.JPEG, picture.width(), picture.height())
                ? picture
                : Shape.of(format, ColorSpace.JPEG, picture.width(), picture.height());
    }

    private static PixelFormat jpegFormat(PixelFormat format) {
        return switch (format) {
            case I422, YUYV -> PixelFormat.I422;
            case I444 -> PixelFormat.I444;
            default -> PixelFormat.I420;
        };
    }

    @Override
    public String toString() {
        return type;
    }
}
