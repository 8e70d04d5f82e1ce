// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.benchmarks.FrameLog.Seen;
import org.mediacapture.benchmarks.report.Sample;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.framework.ServiceRegistration;

/**
 * What the core itself takes for a change of providers, with cameras that cost nothing: the way of a frame from the provider's hand to
 * a direct subscriber, of those that switch and of all others, and how soon after a loss another provider is asked. Immutable.
 *
 * @param switching microseconds for the first frame of a new provider, with which the core switches to it
 * @param ordinary microseconds for any other frame
 * @param moving milliseconds without a frame when the camera is closed before it is opened through another provider
 * @param rebinding microseconds from the beginning of a service's unregistration to the call that opens the successor
 * @param handOver microseconds that a sleeping thread takes to be woken just before each of those: as the one that closes and opens is
 */
record SwitchTime(Sample switching, Sample ordinary, Sample moving, Sample rebinding, Sample handOver) {
    private static final String NAME = "stamped";
    private static final int FRAMES_BETWEEN = 3;
    private static final int INTERVAL_MICROSECONDS = 16_667;
    private static final long SEED = 20;
    private static final double NANOS_PER_MICROSECOND = 1e3;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    static SwitchTime measure(MockFramework framework, int swaps) throws Exception {
        List<Double> switching = new ArrayList<>();
        List<Double> ordinary = new ArrayList<>();
        List<Double> moving = new ArrayList<>();
        List<Double> rebinding = new ArrayList<>();
        List<Double> handOver = new ArrayList<>();
        try (Pair pair = new Pair(framework, false)) {
            List<Seen> frames = pair.follow(swaps, pair::swap);
            for (int i = 1; i < frames.size(); i++) {
                Seen frame = frames.get(i);
                boolean switches = frame.content() != frames.get(i - 1).content();
                (switches ? switching : ordinary).add((frame.arrival() - frame.timestamp()) / NANOS_PER_MICROSECOND);
            }
        }
        try (Pair pair = new Pair(framework, false);
                Relay relay = new Relay()) {
            pair.follow(swaps, turn -> {
                handOver.add(relay.run());
                rebinding.add(pair.lose(turn));
            });
        }
        try (Pair pair = new Pair(framework, true)) {
            List<Seen> frames = pair.follow(swaps, pair::swap);
            for (int i = 1; i < frames.size(); i++) {
                if (frames.get(i).content() != frames.get(i - 1).content()) {
                    moving.add((frames.get(i).arrival() - frames.get(i - 1).arrival()) / NANOS_PER_MILLISECOND);
                }
            }
        }
        return new SwitchTime(
                Sample.of(switching),
                Sample.of(ordinary),
                Sample.of(moving),
                Sample.of(rebinding),
                Sample.of(handOver));
    }

    /** Something that brings the camera to its other provider, as often as it was called. */
    @FunctionalInterface
    private interface Change {
        void make(int turn) throws Exception;
    }

    /** Two services for one camera. Confined to one thread. */
    private static final class Pair implements AutoCloseable {
        private final MockFramework framework;
        private final AtomicInteger sessions = new AtomicInteger();
        private final List<StampedCamera> cameras;
        private final ScheduledExecutorService operator = Executors.newSingleThreadScheduledExecutor();
        private final List<ServiceRegistration<?>> services = new ArrayList<>();

        Pair(MockFramework framework, boolean exclusive) throws InterruptedException {
            this.framework = framework;
            this.cameras = List.of(new StampedCamera(sessions, exclusive), new StampedCamera(sessions, exclusive));
            services.add(register(0));
            services.add(register(1));
            awaitBoth();
        }

        /** The frames of a track while the camera is brought to its other provider again and again. */
        List<Seen> follow(int changes, Change change) throws Exception {
            MediaStreamTrack track = open();
            FrameLog log = new FrameLog(frame -> frame.plane(0).get(0));
            Random chance = new Random(SEED);
            try (FrameSubscription subscription = track.frames(new FrameOptions(1, true), log)) {
                log.awaitMore(FRAMES_BETWEEN);
                for (int turn = 0; turn < changes; turn++) {
                    int later = turn;
                    Callable<Void> task = () -> {
                        change.make(later);
                        return null;
                    };
                    operator.schedule(task, chance.nextInt(INTERVAL_MICROSECONDS), TimeUnit.MICROSECONDS)
                            .get();
                    log.awaitMore(FRAMES_BETWEEN);
                }
                return log.frames();
            } finally {
                track.stop();
            }
        }

        void swap(int turn) throws Exception {
            framework.service(CameraAdmin.class).swap(NAME, provider(turn + 1)).getValue();
        }

        private String provider(int turn) {
            return NAME + turn % 2;
        }

        private MediaStreamTrack open() throws Exception {
            return framework
                    .devices()
                    .getUserMedia(Map.of("video", Map.of("frameRate", Map.of("exact", 60))))
                    .getValue()
                    .getVideoTracks()
                    .get(0);
        }

        /** Takes away the service that is in use, tells the microseconds until the other one is asked, and brings it back. */
        double lose(int turn) throws InterruptedException {
            StampedCamera other = cameras.get((turn + 1) % 2);
            long before = System.nanoTime();
            services.get(turn % 2).unregister();
            framework.awaitCameras(seen -> other.opened() - before > 0);
            services.set(turn % 2, register(turn % 2));
            awaitBoth();
            return (other.opened() - before) / NANOS_PER_MICROSECOND;
        }

        @Override
        public void close() throws InterruptedException {
            operator.shutdown();
            services.forEach(ServiceRegistration::unregister);
            framework.awaitCameras(
                    seen -> seen.stream().noneMatch(camera -> camera.name().equals(NAME)));
        }

        private ServiceRegistration<?> register(int place) {
            Map<String, Object> properties = Map.of(
                    CameraProperties.ADDRESS,
                    NAME + ":",
                    CameraProperties.NAME,
                    NAME,
                    CameraProperties.LABEL,
                    NAME,
                    CameraProperties.PROVIDER,
                    provider(place));
            return framework
                    .context()
                    .registerService(CameraDevice.class, cameras.get(place), new Hashtable<>(properties));
        }

        private void awaitBoth() throws InterruptedException {
            framework.awaitCameras(seen -> seen.stream()
                    .anyMatch(camera ->
                            camera.name().equals(NAME) && camera.providers().size() == 2));
        }
    }
}
