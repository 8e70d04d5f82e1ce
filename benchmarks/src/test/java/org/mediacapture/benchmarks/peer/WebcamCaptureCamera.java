// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.peer;

import com.github.sarxos.webcam.ds.ipcam.IpCamDevice;
import com.github.sarxos.webcam.ds.ipcam.IpCamMode;
import java.awt.image.BufferedImage;
import java.net.MalformedURLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.mediacapture.benchmarks.footage.BlockNumbers;
import org.mediacapture.benchmarks.measure.ThreadUse;
import org.mediacapture.benchmarks.network.Arrivals;
import org.mediacapture.benchmarks.network.FrameReader;

/**
 * The driver for network cameras of webcam-capture, in the mode in which a server sends one picture after the other. It tells nobody
 * that a picture has come: a thread asks every millisecond, and what that takes does not count. Thread-safe.
 */
public final class WebcamCaptureCamera implements FrameReader {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

    private final IpCamDevice device;
    private final Arrivals arrivals;
    private final Thread thread = new Thread(this::ask, "webcam-capture");
    private volatile boolean running = true;

    private WebcamCaptureCamera(IpCamDevice device, Arrivals arrivals) {
        this.device = device;
        this.arrivals = arrivals;
        thread.setDaemon(true);
    }

    /** Begins to read. */
    public static WebcamCaptureCamera open(String url, Arrivals arrivals) throws MalformedURLException {
        IpCamDevice device = new IpCamDevice("camera", url, IpCamMode.PUSH);
        device.open();
        WebcamCaptureCamera camera = new WebcamCaptureCamera(device, arrivals);
        camera.thread.start();
        return camera;
    }

    private void ask() {
        try {
            BufferedImage last = null;
            while (running) {
                BufferedImage image = device.getImage();
                if (image != last) {
                    arrivals.arrivedShowing(BlockNumbers.of(image));
                }
                last = image;
                LockSupport.parkNanos(PAUSE);
            }
        } catch (RuntimeException failed) {
            arrivals.failed(failed);
        }
    }

    @Override
    public ThreadUse.Use asking() {
        return ThreadUse.of(thread);
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.join();
        device.close();
    }
}
