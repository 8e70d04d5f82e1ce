// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.peer;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/** JavaCV's grabber alone, with one thread to decode. Confined to one thread. */
public final class JavaCvFilm implements AutoCloseable {
    private final FFmpegFrameGrabber grabber;

    /** Opens a film. */
    public JavaCvFilm(Path film) throws FrameGrabber.Exception {
        grabber = new FFmpegFrameGrabber(film.toFile());
        grabber.setImageMode(FrameGrabber.ImageMode.RAW);
        grabber.setVideoOption("threads", "1");
        grabber.start();
    }

    /** The first plane of the next picture, as the decoder makes it, until the next call. */
    public ByteBuffer luma() throws FrameGrabber.Exception {
        Frame frame = grabber.grabImage();
        if (frame == null) {
            throw new FrameGrabber.Exception("the film is over");
        }
        return (ByteBuffer) frame.image[0];
    }

    /**
     * Copies the bytes of the next compressed picture.
     *
     * @return how many
     */
    public int packet(byte[] bytes) throws FrameGrabber.Exception {
        AVPacket packet = grabber.grabPacket();
        if (packet == null) {
            throw new FrameGrabber.Exception("the film is over");
        }
        packet.data().get(bytes, 0, packet.size());
        return packet.size();
    }

    @Override
    public void close() throws FrameGrabber.Exception {
        grabber.close();
    }
}
