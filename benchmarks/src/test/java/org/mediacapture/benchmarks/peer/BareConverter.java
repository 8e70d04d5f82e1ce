// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.peer;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.mediacapture.frame.FrameData;

/** FFmpeg's colour conversion alone, with its default flags, and the copy of the result to the heap. Confined to one thread. */
public final class BareConverter implements AutoCloseable {
    private final SwsContext context = swscale.sws_alloc_context();
    private final NativePictures pictures = new NativePictures();
    private final AVFrame to = avutil.av_frame_alloc();
    private final int[] pixels;
    private final IntBuffer converted;

    /** Makes a converter for one size. */
    public BareConverter(int width, int height) throws IOException {
        to.width(width);
        to.height(height);
        to.format(avutil.AV_PIX_FMT_BGRA);
        check(avutil.av_frame_get_buffer(to, 0));
        if (to.linesize(0) != width * Integer.BYTES) {
            throw new IOException("rows of " + to.linesize(0) + " bytes are not expected for " + width + " pixels");
        }
        pixels = new int[width * height];
        converted = to.data(0)
                .capacity((long) to.linesize(0) * height)
                .asByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer();
    }

    /** The pixels as ARGB, until the next call. */
    public int[] argb(FrameData picture) throws IOException {
        check(swscale.sws_scale_frame(context, to, pictures.of(picture)));
        converted.get(0, pixels);
        return pixels;
    }

    /** The same as an image of its own, as whoever keeps pictures needs it: memory that is new, and cleared before it is filled. */
    public BufferedImage image(FrameData picture) throws IOException {
        check(swscale.sws_scale_frame(context, to, pictures.of(picture)));
        BufferedImage image = new BufferedImage(to.width(), to.height(), BufferedImage.TYPE_INT_ARGB);
        converted.get(0, ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
        return image;
    }

    @Override
    public void close() {
        pictures.close();
        avutil.av_frame_free(to);
        swscale.sws_freeContext(context);
    }

    private static void check(int result) throws IOException {
        if (result < 0) {
            throw new IOException("FFmpeg's converter answers " + result);
        }
    }
}
