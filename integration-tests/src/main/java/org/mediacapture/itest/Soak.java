// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.osgi.framework.Bundle;

/**
 * Swaps the provider of a camera many times under the tracks of two applications, and looks for what that has left behind (HS-7).
 * Confined to the test's thread.
 */
final class Soak implements AutoCloseable {
    /**
     * Fewer rounds than these say nothing about memory, since compiled code and the pools of allocators still grow, and are not
     * worth waiting after each kind until idle threads have ended.
     */
    private static final int MANY = 100;

    /** What a swap may add to the memory; a frame has 450 KiB. */
    private static final double KIB_PER_SWAP = 16;

    /**
     * What a soak may add for its compiled code and the arenas of native libraries, which shows in the slope of few swaps more
     * than in that of many.
     */
    private static final double KIB_AT_ALL = 16 * 1024;

    private final Operator operator;
    private final SoakReport report;
    private final ProviderBundles bundles;
    private final SwapRound round;
    private final NativeMemory memory = new NativeMemory();
    private final Leftovers start;
    private final long begin = System.nanoTime();
    private int swaps;

    /** Begins with one swap, so that all is loaded and unpacked that stays for good. */
    Soak(Operator operator, SoakReport report, Callable<SoakCamera> opening) throws Exception {
        this.operator = operator;
        this.report = report;
        this.bundles = new ProviderBundles(operator);
        this.round = new SwapRound(operator, bundles);
        play("warming up", SwapKind.STOP_START, 1, opening, Map.of(), memory);
        this.start = Leftovers.now();
    }

    /**
     * Swaps a camera again and again.
     *
     * @param name what to call this in the report
     * @param opening configures the camera
     * @param constraints of the one application, beside the size
     */
    void run(String name, SwapKind kind, int rounds, Callable<SoakCamera> opening, Map<String, ?> constraints)
            throws Exception {
        Leftovers before = Leftovers.now();
        NativeMemory samples = new NativeMemory();
        long from = System.nanoTime();
        List<String> complaints = new ArrayList<>();
        try {
            play(name, kind, rounds, opening, constraints, samples);
        } catch (Exception | AssertionError failure) {
            Throwable why = failure instanceof InvocationTargetException ? failure.getCause() : failure; // of a promise
            complaints.add("swap %d: %s".formatted(samples.samples() + 1, why).replaceAll("\\s+", " "));
        }
        NativeMemory.Trend trend = samples.trend();
        swaps += samples.samples();
        if (rounds >= MANY) {
            complaints.addAll(left(before));
            if (trend.growth() > KIB_PER_SWAP + KIB_AT_ALL / rounds) {
                complaints.add("native memory grows by %.0f KiB a swap".formatted(trend.growth()));
            }
        }
        report.add(new SoakRow(
                name, samples.samples(), seconds(from), before, Leftovers.now(), bundles.left(), trend, complaints));
    }

    private void play(
            String name,
            SwapKind kind,
            int rounds,
            Callable<SoakCamera> opening,
            Map<String, ?> constraints,
            NativeMemory samples)
            throws Exception {
        long from = System.nanoTime();
        round.configureCore(List.of());
        try (SoakCamera camera = opening.call()) {
            Bundle other = GeneratedBundle.start(operator.context(), "org.example.other");
            try (SoakApplication first = new SoakApplication(operator.context(), 320, constraints);
                    SoakApplication second = new SoakApplication(other.getBundleContext(), 480, Map.of())) {
                for (int i = 1; i <= rounds; i++) {
                    round.play(kind, camera, first, second);
                    samples.sample();
                    report.progress(name, i, rounds, seconds(from));
                }
            } finally {
                other.uninstall();
            }
        } finally {
            round.unconfigureCore();
        }
    }

    /** Waits until nothing is left of what was not there before, and tells what is left nevertheless. */
    private List<String> left(Leftovers before) throws Exception {
        bundles.purge();
        try {
            Await.until("nothing is left", () -> Leftovers.now().since(before).isEmpty() && bundles.left() == 0);
            return List.of();
        } catch (AssertionError somethingIsLeft) {
            List<String> left = new ArrayList<>(Leftovers.now().since(before));
            long loaders = bundles.left();
            if (loaders > 0) {
                left.add(loaders + " class loaders of bundles that were replaced");
            }
            return left;
        }
    }

    /** Waits until nothing is left of all swaps together, and tells the report. */
    @Override
    public void close() throws Exception {
        List<String> complaints = left(start);
        memory.sample();
        report.add(new SoakRow(
                "all", swaps, seconds(begin), start, Leftovers.now(), bundles.left(), memory.trend(), complaints));
    }

    private static long seconds(long from) {
        return (System.nanoTime() - from) / 1_000_000_000;
    }
}
