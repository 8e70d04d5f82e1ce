// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mediacapture.benchmarks.measure.ThreadUse;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Cameras of a framework as their provider has them, without the core: what they take is the part of the cameras alone, since their
 * frames go to nobody. Confined to one thread.
 */
final class BareCameras {
    private static final double NANOS_PER_MICROSECOND = 1e3;
    private static final long PATIENCE_SECONDS = 30;

    private final List<CameraDevice> devices = new ArrayList<>();

    /** The cameras of a framework whose label begins so; empty for all. */
    BareCameras(MockFramework framework, String label) throws InvalidSyntaxException {
        BundleContext context = framework.context();
        for (ServiceReference<CameraDevice> reference :
                context.getServiceReferences(CameraDevice.class, "(" + CameraProperties.LABEL + "=" + label + "*)")) {
            devices.add(context.getService(reference));
        }
    }

    /** The cores that all of them keep busy together while they stream for some seconds, after some that do not count. */
    double cores(int warmUp, int seconds) throws CameraException, InterruptedException {
        List<CameraSession> sessions = new ArrayList<>();
        try {
            for (CameraDevice device : devices) {
                sessions.add(start(device, () -> {}));
            }
            TimeUnit.SECONDS.sleep(warmUp); // the length of a measurement, not a wait
            long begun = System.nanoTime();
            ThreadUse before = ThreadUse.begin();
            TimeUnit.SECONDS.sleep(seconds);
            return (double) before.since().nanoseconds() / (System.nanoTime() - begun);
        } finally {
            sessions.forEach(CameraSession::close);
        }
    }

    /** How long the first of them takes, which is closed again. */
    Start start() throws Exception {
        CountDownLatch came = new CountDownLatch(1);
        long begun = System.nanoTime();
        CameraSession session = start(devices.get(0), came::countDown);
        try {
            double opened = (System.nanoTime() - begun) / NANOS_PER_MICROSECOND;
            if (!came.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TimeoutException("no frame came");
            }
            return new Start(opened, (System.nanoTime() - begun) / NANOS_PER_MICROSECOND);
        } finally {
            session.close();
        }
    }

    /**
     * Microseconds from the call that opens a camera. Immutable.
     *
     * @param opened until it is open and started
     * @param firstFrame until its first frame has come
     */
    record Start(double opened, double firstFrame) {}

    private static CameraSession start(CameraDevice device, Runnable onFrame) throws CameraException {
        CameraSession session = device.open(new Passing(onFrame));
        session.start(session.modes().get(0));
        return session;
    }

    /** A sink that gives frames back at once and tells that they came. */
    private record Passing(Runnable came) implements FrameSink {
        @Override
        public void frame(FrameData data, long sequence, long timestamp, Runnable release) {
            release.run();
            came.run();
        }

        @Override
        public void modeChanged(VideoMode mode) {}

        @Override
        public void controlsChanged(MediaTrackSettings settings) {}

        @Override
        public void muted(boolean muted) {}

        @Override
        public void ended(EndCause cause, String message) {}
    }
}
