// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;
import java.util.List;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;

/** Uncompressed frames, drawn straight into the buffers that are lent. Confined to the thread that draws. */
final class PlanarFrames implements FrameMaker {
    private final PictureLayout layout;
    private final TestPattern pattern;

    PlanarFrames(PictureLayout layout, TestPattern pattern) {
        this.layout = layout;
        this.pattern = pattern;
    }

    @Override
    public FrameBuffer newBuffer() {
        Picture picture = new Picture(layout, ByteBuffer.allocateDirect(Picture.size(layout)));
        List<Plane> planes = List.of(
                new Plane(picture.luma(), layout.width(), 1),
                new Plane(picture.blue(), layout.chromaWidth(), 1),
                new Plane(picture.red(), layout.chromaWidth(), 1));
        FrameData data = FrameData.of(PixelFormat.I420, planes, layout.width(), layout.height(), ColorSpace.JPEG);
        return new Buffer(pattern, picture, data);
    }

    @Override
    public void close() {
        // The buffers share nothing that must be given up.
    }

    private record Buffer(TestPattern pattern, Picture picture, FrameData data) implements FrameBuffer {
        @Override
        public void fill(long elapsedNanos, long frame, Look look) {
            pattern.draw(picture, elapsedNanos, frame, look);
        }

        @Override
        public void cutShort() {
            // Uncompressed pictures are always whole.
        }
    }
}
