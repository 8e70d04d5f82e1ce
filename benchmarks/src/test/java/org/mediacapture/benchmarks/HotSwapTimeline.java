// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/**
 * Two cameras go through all changes of providers, one that can be opened twice and one that can be opened once; what their tracks saw
 * is drawn for {@code docs/hot-swap.md}. Confined to the thread that runs it, but for the steps, which have one of their own.
 */
public final class HotSwapTimeline {
    private static final String MODE = "320x240@30";
    private static final String OPENING = "open-takes=60"; // as long as many a real camera
    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final long LENGTH = 2600;
    private static final long PATIENCE_SECONDS = 30;

    private final MockFramework framework;
    private final DoubleSupplier clock;
    private final List<Timeline.Step> steps = new ArrayList<>(); // on the thread of the steps
    private final List<Future<?>> taken = new ArrayList<>();
    private final List<TrackRecorder> recorders = new ArrayList<>();
    private final SpanLog bundle;

    private HotSwapTimeline(MockFramework framework) {
        long start = System.nanoTime();
        this.framework = framework;
        this.clock = () -> (System.nanoTime() - start) / NANOS_PER_MILLISECOND;
        this.bundle = new SpanLog(clock, "active");
    }

    /**
     * Runs twice, so that the first run warms up, and draws the second.
     *
     * @param arguments the SVG file to write
     */
    public static void main(String[] arguments) throws Exception {
        try (MockFramework framework = MockFramework.open()) {
            record(framework);
            Path file = Path.of(arguments[0]);
            Files.writeString(file, TimelinePicture.of(record(framework)));
            System.out.println(file);
        }
    }

    /** Makes a run and tells what was seen. */
    static Timeline record(MockFramework framework) throws Exception {
        Map<String, Object> shared = Map.of("modes", MODE, "faults", OPENING);
        Map<String, Object> exclusive = Map.of("modes", MODE, "faults", OPENING, "exclusive", true);
        try (TwinCamera first = TwinCamera.offer(framework, "shared", shared);
                TwinCamera second = TwinCamera.offer(framework, "exclusive", exclusive)) {
            return new HotSwapTimeline(framework).run(first, second);
        }
    }

    private Timeline run(TwinCamera shared, TwinCamera exclusive) throws Exception {
        Bundle provider = framework.provider();
        SynchronousBundleListener listener = event -> follow(provider, event);
        framework.context().addBundleListener(listener);
        ScheduledExecutorService operator = Executors.newSingleThreadScheduledExecutor();
        try {
            recorders.add(new TrackRecorder("can be opened twice", framework, shared, clock));
            recorders.add(new TrackRecorder("can be opened once", framework, exclusive, clock));
            double begin = clock.getAsDouble();
            at(operator, 250, "swap to right", () -> recorders.forEach(TrackRecorder::swap));
            at(operator, 750, "right withdrawn", () -> {
                shared.withdraw(TwinCamera.RIGHT);
                exclusive.withdraw(TwinCamera.RIGHT);
            });
            at(operator, 1200, "stop", provider::stop);
            at(operator, 1400, "start", provider::start);
            at(operator, 1900, "update", provider::update);
            taken.add(operator.schedule(() -> {}, LENGTH, TimeUnit.MILLISECONDS));
            for (Future<?> step : taken) {
                step.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            return timeline(begin);
        } finally {
            operator.shutdown();
            framework.context().removeBundleListener(listener);
        }
    }

    private Timeline timeline(double begin) throws Exception {
        List<Timeline.Track> tracks = new ArrayList<>();
        for (TrackRecorder recorder : recorders) {
            tracks.add(recorder.end());
        }
        Timeline all = new Timeline(clock.getAsDouble(), steps, bundle.spans(), tracks);
        return all.within(
                begin, Math.max(begin + LENGTH, all.lastPhoto())); // steps come late on a machine that is busy
    }

    /** Does something after a photo was asked for, which is in flight then. */
    private void at(ScheduledExecutorService operator, long milliseconds, String what, Action action) {
        Callable<Void> all = () -> {
            if (framework.provider().getState() == Bundle.ACTIVE) {
                for (TrackRecorder recorder : recorders) {
                    recorder.awaitPhotos(); // they outlive one change, and on a slow machine the next one comes soon
                    recorder.photo();
                }
            }
            steps.add(new Timeline.Step(clock.getAsDouble(), what));
            action.take();
            return null;
        };
        taken.add(operator.schedule(all, milliseconds, TimeUnit.MILLISECONDS));
    }

    private void follow(Bundle provider, BundleEvent event) {
        if (event.getBundle() == provider) {
            if (event.getType() == BundleEvent.STOPPING) {
                bundle.now("");
            } else if (event.getType() == BundleEvent.STARTED) {
                bundle.now("active");
            }
        }
    }

    /** Something to be done. */
    @FunctionalInterface
    private interface Action {
        void take() throws Exception;
    }
}
