// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.peer;

import java.nio.ByteBuffer;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.mediacapture.benchmarks.footage.BlockNumbers;
import org.mediacapture.benchmarks.network.Arrivals;
import org.mediacapture.benchmarks.network.FrameReader;

/**
 * JavaCV's grabber alone on a camera in the network, with one thread to read and to decode, and told what the camera sends, so that
 * it need not find out. Thread-safe.
 */
public final class JavaCvCamera implements FrameReader {
    private final FFmpegFrameGrabber grabber;
    private final Arrivals arrivals;
    private final Thread thread = new Thread(this::read, "javacv");
    private volatile boolean running = true;

    private JavaCvCamera(FFmpegFrameGrabber grabber, Arrivals arrivals) {
        this.grabber = grabber;
        this.arrivals = arrivals;
        thread.setDaemon(true);
    }

    /** Begins to read. */
    public static JavaCvCamera open(String url, Arrivals arrivals) throws FrameGrabber.Exception {
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(url);
        grabber.setFormat("mpjpeg");
        grabber.setImageMode(FrameGrabber.ImageMode.RAW);
        grabber.setOption("analyzeduration", "1"); // microseconds: what waits meanwhile is late
        grabber.setVideoOption("threads", "1");
        grabber.start();
        JavaCvCamera camera = new JavaCvCamera(grabber, arrivals);
        camera.thread.start();
        return camera;
    }

    private void read() {
        try {
            while (running) {
                Frame frame = grabber.grabImage();
                if (frame == null) {
                    throw new FrameGrabber.Exception("the stream is over");
                }
                arrivals.arrivedShowing(BlockNumbers.ofLuma((ByteBuffer) frame.image[0]));
            }
        } catch (FrameGrabber.Exception | RuntimeException failed) {
            arrivals.failed(failed);
        }
    }

    @Override
    public void close() throws FrameGrabber.Exception, InterruptedException {
        running = false;
        thread.join();
        grabber.close();
    }
}
