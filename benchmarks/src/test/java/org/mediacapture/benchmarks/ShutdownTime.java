// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.benchmarks.report.Sample;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/** How long a framework takes to stop during a swap to a provider that does not come back from opening. Pure functions. */
final class ShutdownTime {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private ShutdownTime() {}

    /** The milliseconds of some frameworks. */
    static Sample measure(int frameworks) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int framework = 0; framework < frameworks; framework++) {
            times.add(once());
        }
        return Sample.of(times);
    }

    private static double once() throws Exception {
        StuckCamera stuck = new StuckCamera();
        try (MockFramework framework = MockFramework.open()) {
            TwinCamera twin = TwinCamera.offer(framework, "twin", Map.of());
            framework
                    .context()
                    .registerService(
                            CameraDevice.class,
                            stuck,
                            new Hashtable<>(Map.of(
                                    CameraProperties.ADDRESS,
                                    "mock:twin",
                                    CameraProperties.LABEL,
                                    "twin",
                                    CameraProperties.PROVIDER,
                                    "stuck")));
            twin.awaitProviders(3);
            twin.open();
            framework.service(CameraAdmin.class).swap("twin", "stuck");
            stuck.asked.await();
            long begin = System.nanoTime();
            framework.stop();
            return (System.nanoTime() - begin) / NANOS_PER_MILLISECOND;
        } finally {
            stuck.mayReturn.release();
        }
    }

    /** A camera that comes back from opening when the measurement is over, and before that not even when it is interrupted. */
    private static final class StuckCamera implements CameraDevice {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final Semaphore mayReturn = new Semaphore(0);

        @Override
        public List<VideoMode> modes() {
            return List.of();
        }

        @Override
        public boolean exclusive() {
            return false;
        }

        @Override
        public CameraSession open(FrameSink sink) throws CameraException {
            asked.countDown();
            mayReturn.acquireUninterruptibly();
            throw new CameraException(CameraException.Reason.FAILED, "the measurement is over");
        }
    }
}
