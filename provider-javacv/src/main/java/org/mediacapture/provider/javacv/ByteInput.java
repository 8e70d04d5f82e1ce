// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Locale;
import java.util.Map;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraUrl;

/** The bytes that a web server sends, through FFmpeg: connection, encryption, credentials. For one thread at a time. */
final class ByteInput implements AutoCloseable, MultipartReader.Bytes {
    private static final long CHUNK = 64 * 1024;

    private final CameraUrl url;
    private final Interruption interruption;
    private final Interrupts.Watch watch;
    private final AVIOContext context = new AVIOContext(null);
    private final BytePointer chunk = new BytePointer(CHUNK);

    private ByteInput(CameraUrl url, Interruption interruption, Interrupts interrupts) {
        this.url = url;
        this.interruption = interruption;
        this.watch = interrupts.watch(interruption);
    }

    /**
     * Connects, and reads the head of the answer.
     *
     * @throws CameraException if there is no answer, or another than success
     */
    static ByteInput open(CameraUrl url, Interruption interruption, Interrupts interrupts) throws CameraException {
        ByteInput input = new ByteInput(url, interruption, interrupts);
        try (Options options = new Options(Map.of("protocol_whitelist", Options.NETWORK_PROTOCOLS))) {
            int result = avformat.avio_open2(
                    input.context,
                    url.location(),
                    avformat.AVIO_FLAG_READ,
                    input.watch.structure(),
                    options.dictionary());
            if (FFmpegError.is(result)) {
                input.close();
                throw new FFmpegError(result).of(url, interruption, "answer");
            }
            return input;
        }
    }

    /** FFmpeg's view of the input, for a demuxer. */
    AVIOContext context() {
        return context;
    }

    /** The type that the server says the content has, in small letters, without parameters; empty if it says none. */
    String type() {
        BytePointer value = new BytePointer((BytePointer) null);
        int result = avutil.av_opt_get(context, "mime_type", avutil.AV_OPT_SEARCH_CHILDREN, value);
        if (result < 0 || value.isNull()) {
            return "";
        }
        try {
            return value.getString()
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst(";.*$", "")
                    .strip();
        } finally {
            avutil.av_free(value);
        }
    }

    @Override
    public int read(byte[] into) throws CameraException {
        int count = avformat.avio_read_partial(context, chunk, (int) Math.min(into.length, chunk.capacity()));
        boolean over = count == avutil.AVERROR_EOF || count == FFmpegError.EIO;
        if (interruption.isDue() || FFmpegError.is(count) && !over) {
            throw new FFmpegError(Math.min(count, -1)).of(url, interruption, "picture");
        }
        if (count <= 0) {
            return -1;
        }
        chunk.get(into, 0, count); // an array as the argument would be copied as a whole, to and fro
        return count;
    }

    /** Reads everything up to the end. */
    void readAll(JpegBuffer target) throws CameraException {
        byte[] chunk = new byte[32 * 1024];
        for (int count = read(chunk); count >= 0; count = read(chunk)) {
            target.append(chunk, 0, count);
            if (target.size() > ByteWindow.LARGEST) {
                throw new CameraException(
                        CameraException.Reason.FAILED,
                        url.address() + ": an image of more than " + ByteWindow.LARGEST + " bytes");
            }
        }
    }

    @Override
    public void close() {
        if (!context.isNull()) {
            avformat.avio_closep(context);
        }
        chunk.close();
        watch.close();
    }

    /** Options for a function of FFmpeg, freed after the call. For one thread. */
    record Options(AVDictionary dictionary) implements AutoCloseable {
        /** What an address in the network may lead to: never to a file. */
        static final String NETWORK_PROTOCOLS = "http,https,httpproxy,tcp,tls,udp,rtp,srtp,rtsp,crypto,data,hls";

        Options(Map<String, String> values) {
            this(new AVDictionary(null));
            values.forEach((key, value) -> avutil.av_dict_set(dictionary, key, value, 0));
        }

        @Override
        public void close() {
            avutil.av_dict_free(dictionary);
        }
    }
}
