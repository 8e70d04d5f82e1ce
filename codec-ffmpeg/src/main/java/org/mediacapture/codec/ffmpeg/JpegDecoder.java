// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;

/**
 * Decodes JPEG pictures with libavcodec, into memory that it uses again when the pictures are given back. For one thread at a
 * time; pictures may be given back on any.
 */
final class JpegDecoder implements IdlePool.Reusable<JpegHead> {
    private static final byte[] PADDING = new byte[avcodec.AV_INPUT_BUFFER_PADDING_SIZE];
    /** Roughly; it bounds how many decoders of tiny pictures are idle. */
    private static final long CONTEXT_BYTES = 256L << 10;

    private final JpegHead kind;
    private final AVCodecContext context;
    private final AVPacket view = avcodec.av_packet_alloc();
    private final AVPacket copy = avcodec.av_packet_alloc();
    private final List<Described> pictures = new ArrayList<>();
    private ByteBuffer input = ByteBuffer.allocate(0);
    private int width;
    private int height;
    private int layout = avutil.AV_PIX_FMT_NONE;
    private long pictureBytes;

    /** A picture that the context fills again and again, and its description. */
    private record Described(long y, long u, long v, int stride, FrameData data) {}

    JpegDecoder(JpegHead kind) {
        this.kind = kind;
        // FFmpeg copies what has no reference count; this one counts for a byte of its own, and nothing of a picture.
        view.buf(avutil.av_buffer_alloc(1));
        AVCodec codec = avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_MJPEG);
        context = avcodec.avcodec_alloc_context3(codec);
        context.thread_count(1);
        int result = avcodec.avcodec_open2(context, codec, (AVDictionary) null);
        if (result < 0) {
            free();
            check(result);
        }
    }

    /** Decodes a picture into an empty frame, which then holds memory of the decoder. */
    void decode(ByteBuffer jpeg, AVFrame decoded) {
        check(avcodec.avcodec_send_packet(context, packet(jpeg)));
        check(avcodec.avcodec_receive_frame(context, decoded));
        forgetOthers(decoded);
    }

    /** The context lets go of its memory when it decodes a picture of another size or format. */
    private void forgetOthers(AVFrame decoded) {
        if (decoded.width() != width || decoded.height() != height || decoded.format() != layout) {
            width = decoded.width();
            height = decoded.height();
            layout = decoded.format();
            pictureBytes = avutil.av_image_get_buffer_size(layout, width, height, 1);
            pictures.clear();
        }
    }

    /** Whether a picture is decoded where it lies: FFmpeg reads a little more than it is given, and then needs memory there. */
    static boolean isReadWhereItLies(ByteBuffer jpeg) {
        return jpeg.isDirect() && jpeg.capacity() - jpeg.limit() >= PADDING.length;
    }

    private AVPacket packet(ByteBuffer jpeg) {
        if (!isReadWhereItLies(jpeg)) {
            return copied(jpeg);
        }
        view.data(new BytePointer(jpeg));
        view.size(jpeg.remaining());
        return view;
    }

    private AVPacket copied(ByteBuffer jpeg) {
        int size = jpeg.remaining();
        if (size + PADDING.length > input.capacity() || avutil.av_buffer_is_writable(copy.buf()) == 0) {
            avcodec.av_packet_unref(copy);
            AVBufferRef buffer = avutil.av_buffer_alloc(size + size / 4 + PADDING.length);
            if (buffer == null) {
                throw new MediaException(ErrorName.OPERATION, "no memory for a JPEG picture of " + size + " bytes");
            }
            copy.buf(buffer);
            copy.data(buffer.data());
            input = buffer.data().capacity(buffer.size()).asByteBuffer();
        }
        input.put(0, jpeg, jpeg.position(), size).put(size, PADDING);
        copy.size(size);
        return copy;
    }

    /** Describes a picture of this decoder's, without an allocation if its memory was described before. */
    FrameData describe(AVFrame decoded, PixelFormat format) {
        long y = decoded.data(0).address();
        long u = format.planes() > 1 ? decoded.data(1).address() : 0;
        long v = format.planes() > 1 ? decoded.data(2).address() : 0;
        int stride = decoded.linesize(0);
        for (int index = 0; index < pictures.size(); index++) {
            Described known = pictures.get(index);
            if (known.y == y) {
                if (known.u == u && known.v == v && known.stride == stride) {
                    return known.data;
                }
                pictures.remove(index);
                break;
            }
        }
        FrameData data = PictureLayout.describe(decoded, format, ColorSpace.JPEG);
        pictures.add(new Described(y, u, v, stride, data));
        return data;
    }

    private static void check(int result) {
        if (result < 0) {
            throw new MediaException(
                    ErrorName.OPERATION, "FFmpeg cannot decode the JPEG picture (error " + result + ")");
        }
    }

    @Override
    public JpegHead kind() {
        return kind;
    }

    /**
     * The bytes of the context, and of all pictures that were lent at once, since the context keeps their memory; of one picture at
     * least, since it keeps that also if it was converted instead of lent.
     */
    @Override
    public long weight() {
        return CONTEXT_BYTES + input.capacity() + pictureBytes * Math.max(1, pictures.size());
    }

    @Override
    public void free() {
        avcodec.av_packet_free(view);
        avcodec.av_packet_free(copy);
        avcodec.avcodec_free_context(context);
    }
}
