// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mediacapture.benchmarks.report.Sample;

/**
 * What an application notices of a change of providers (HS-4, HS-6). Immutable.
 *
 * @param beside swaps of a camera that can be opened twice
 * @param anew swaps of a camera that can be opened once
 * @param slow the same, of a camera that takes {@link #OPENING_MILLISECONDS} to open
 * @param core what the core itself takes
 * @param photos what becomes of photos
 * @param shutdown milliseconds that a framework takes to stop during a swap
 */
record SwapCost(
        SwapGaps beside, SwapGaps anew, SwapGaps slow, SwitchTime core, PhotosInFlight photos, Sample shutdown) {
    private static final int SWAPS_PER_SHUTDOWN = 20;
    private static final int OPENING_MILLISECONDS = 10;
    private static final String MODE = "640x480@60";
    private static final String FAST_MODE = "320x240@200"; // a photo from the stream waits for its next frame

    /**
     * Measures.
     *
     * @param swaps the number of swaps of each kind
     * @param photos the number of photos, which some provider change follows after every thirty or so
     */
    static SwapCost measure(int swaps, int photos) throws Exception {
        try (MockFramework framework = MockFramework.open()) {
            Map<String, Object> shared = Map.of("modes", MODE);
            Map<String, Object> exclusive = Map.of("modes", MODE, "exclusive", true);
            Map<String, Object> slow =
                    Map.of("modes", MODE, "exclusive", true, "faults", "open-takes=" + OPENING_MILLISECONDS);
            return new SwapCost(
                    SwapGaps.measure(framework, swaps, shared),
                    SwapGaps.measure(framework, swaps, exclusive),
                    SwapGaps.measure(framework, swaps, slow),
                    SwitchTime.measure(framework, swaps),
                    photos(framework, photos),
                    ShutdownTime.measure(1 + swaps / SWAPS_PER_SHUTDOWN));
        }
    }

    /** Frames that came twice or out of order, of all swaps. */
    int disordered() {
        return beside.disordered() + anew.disordered() + slow.disordered();
    }

    /** Frames that came, of all swaps. */
    int frames() {
        return beside.frames() + anew.frames() + slow.frames();
    }

    /** Prints it as tables in Markdown. */
    void print(PrintStream out) {
        double interval = 1000 / SwapGaps.RATE;
        out.println();
        out.println("| ms without a frame | p50 | p99 | largest | aim |");
        out.println("|---|---|---|---|---|");
        gap(out, "swap, the camera can be opened twice", beside, interval);
        gap(out, "swap, the camera can be opened once", anew, interval + 1);
        gap(out, "the same, opening takes " + OPENING_MILLISECONDS + " ms", slow, OPENING_MILLISECONDS + interval + 1);
        out.printf(
                Locale.ROOT,
                "| the same, a camera that costs nothing, by arrival | %s | %.1f |%n",
                core.moving().columns(),
                interval + 1);
        out.println();
        out.println("| µs of the core | p50 | p99 | largest | aim |");
        out.println("|---|---|---|---|---|");
        out.printf(
                "| from provider to subscriber, the frame that switches | %s | 100 |%n",
                core.switching().columns());
        out.printf(
                "| from provider to subscriber, any other frame | %s | |%n",
                core.ordinary().columns());
        out.printf(
                "| from unregistration to the opening of a successor | %s | 1000 |%n",
                core.rebinding().columns());
        out.println();
        out.printf(
                "A framework that stops during a swap to a provider that never comes back from opening, ms, p50, p99, largest: %s;"
                        + " aim 2000.%n",
                shutdown.columns());
        out.printf(
                "Photos in flight that were lost: %d of %d, over %d swaps and %d losses.%s%n",
                photos.lost(), photos.asked(), photos.swaps(), photos.losses(), reason(photos.firstFailure()));
        out.printf("Frames that came twice or out of order: %d of %d.%n", disordered(), frames());
    }

    private static void gap(PrintStream out, String what, SwapGaps gaps, double aim) {
        out.printf(
                Locale.ROOT,
                "| %s, by arrival | %s | %.1f |%n",
                what,
                gaps.gaps().columns(),
                aim);
        out.printf(
                Locale.ROOT,
                "| %s, by capture time | %s | %.1f |%n",
                what,
                gaps.captureGaps().columns(),
                aim);
    }

    private static String reason(String failure) {
        return failure.isEmpty() ? "" : " The first: " + failure;
    }

    private static PhotosInFlight photos(MockFramework framework, int photos) throws Exception {
        PhotosInFlight sum = PhotosInFlight.NONE;
        List<Map<String, Object>> cameras = List.of(
                Map.of("modes", FAST_MODE),
                Map.of("modes", FAST_MODE, "still", true, "faults", "photo-takes=5"),
                Map.of("modes", FAST_MODE, "still", true, "faults", "photo-takes=5", "exclusive", true),
                Map.of("modes", FAST_MODE, "exclusive", true));
        for (Map<String, Object> camera : cameras) {
            int share = photos / cameras.size();
            sum = sum.and(PhotosInFlight.measure(framework, share, Math.max(2, share / 30), camera));
        }
        return sum;
    }
}
