// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.frame.BufferFrame;
import org.mediacapture.core.jpeg.JpegFile;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.frame.VideoFrame;

/**
 * Makes the file of a photo in the type and quality that were wished. A camera's own JPEG is passed through wherever that is what
 * was wished. Immutable; its methods take milliseconds.
 *
 * @param type MIME type (IC-16)
 * @param quality 0 to 1, or empty for what the camera sends
 */
record PhotoFile(String type, Optional<Double> quality) {
    static final String JPEG = "image/jpeg";
    private static final Double USUAL_QUALITY = 0.92; // boxed once

    static PhotoFile of(PhotoSettings settings) {
        return new PhotoFile(settings.type().orElse(JPEG), settings.quality());
    }

    /** The file of a frame, or empty if the frame is incomplete. */
    Optional<Blob> of(VideoFrame frame, Codecs codecs) {
        if (frame.format() != PixelFormat.MJPEG) {
            return Optional.of(codecs.encode(frame, type, quality.orElse(USUAL_QUALITY)));
        }
        Optional<Blob> sent = JpegFile.of(frame.plane(0)).map(bytes -> new Blob(JPEG, bytes));
        return isAsSent(JPEG) ? sent : sent.map(complete -> codecs.encode(frame, type, quality.orElse(USUAL_QUALITY)));
    }

    /**
     * The file of a photo that the camera took by itself.
     *
     * @throws MediaException if the camera answered another type than JPEG and than the one wished
     */
    Blob of(Blob photo, Codecs codecs) {
        if (isAsSent(photo.type())) {
            return photo;
        }
        if (!photo.type().equals(JPEG)) {
            throw new MediaException(
                    ErrorName.UNKNOWN,
                    "the camera answered a photo of type " + photo.type() + "; " + JPEG + " or " + type
                            + " would be accepted");
        }
        Plane plane = Plane.compressed(ByteBuffer.wrap(photo.bytes()));
        FrameData data =
                FrameData.of(PixelFormat.MJPEG, List.of(plane), 1, 1, ColorSpace.JPEG); // its header has the size
        try (VideoFrame frame = new BufferFrame(data, 0, 0, () -> {}, codecs).open()) {
            return codecs.encode(frame, type, quality.orElse(USUAL_QUALITY));
        }
    }

    private boolean isAsSent(String sent) {
        return type.equals(sent)
                && (quality.isEmpty() || !type.equals(JPEG)); // of what we make only JPEG loses quality
    }
}
