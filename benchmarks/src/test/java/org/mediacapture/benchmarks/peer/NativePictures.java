// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.peer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.Plane;

/**
 * Pictures in buffers that FFmpeg counts, made once for each: of others it would make a copy at every call, which is not to be
 * measured. Confined to one thread.
 */
final class NativePictures implements AutoCloseable {
    private final Map<FrameData, AVFrame> frames = new IdentityHashMap<>();

    /** The same picture as FFmpeg's own. */
    AVFrame of(FrameData picture) throws IOException {
        AVFrame frame = frames.get(picture);
        if (frame == null) {
            frame = copied(picture);
            frames.put(picture, frame);
        }
        return frame;
    }

    private static AVFrame copied(FrameData picture) throws IOException {
        AVFrame frame = avutil.av_frame_alloc();
        frame.format(avutil.AV_PIX_FMT_YUV420P);
        frame.color_range(avutil.AVCOL_RANGE_JPEG);
        frame.width(picture.codedWidth());
        frame.height(picture.codedHeight());
        int result = avutil.av_frame_get_buffer(frame, 0);
        if (result < 0) {
            throw new IOException("FFmpeg has no buffer for a picture: " + result);
        }
        for (int i = 0; i < picture.planes().size(); i++) {
            Plane plane = picture.planes().get(i);
            int rows = picture.format().planeHeight(i, picture.codedHeight());
            ByteBuffer to =
                    frame.data(i).capacity((long) frame.linesize(i) * rows).asByteBuffer();
            for (int row = 0; row < rows; row++) {
                to.put(row * frame.linesize(i), plane.buffer(), row * plane.rowStride(), plane.rowStride());
            }
        }
        return frame;
    }

    @Override
    public void close() {
        frames.values().forEach(avutil::av_frame_free);
    }
}
