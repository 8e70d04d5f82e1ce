// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;
import java.util.List;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;

/** Frames as JPEG pictures, each drawn and then compressed into the buffer that is lent. Confined to the thread that draws. */
final class MjpegFrames implements FrameMaker {
    private static final float QUALITY = 0.85f;

    private final PictureLayout layout;
    private final TestPattern pattern;
    private final Picture picture;
    private final JpegEncoder encoder;

    MjpegFrames(PictureLayout layout, TestPattern pattern) {
        this.layout = layout;
        this.pattern = pattern;
        this.picture = new Picture(layout, ByteBuffer.allocate(Picture.size(layout)));
        this.encoder = new JpegEncoder(layout, QUALITY);
    }

    @Override
    public FrameBuffer newBuffer() {
        ByteBuffer bytes = ByteBuffer.allocateDirect(encoder.maxSize());
        FrameData data = FrameData.of(
                PixelFormat.MJPEG, List.of(Plane.compressed(bytes)), layout.width(), layout.height(), ColorSpace.JPEG);
        return new Buffer(this, bytes, data);
    }

    @Override
    public void close() {
        encoder.close();
    }

    private record Buffer(MjpegFrames frames, ByteBuffer bytes, FrameData data) implements FrameBuffer {
        @Override
        public void fill(long elapsedNanos, long frame, Look look) {
            frames.pattern.draw(frames.picture, elapsedNanos, frame, look);
            bytes.clear();
            frames.encoder.encode(frames.picture, bytes);
            bytes.flip();
        }

        @Override
        public void cutShort() {
            bytes.limit(bytes.limit() / 2);
        }
    }
}
