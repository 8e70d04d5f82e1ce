// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.List;
import java.util.regex.Pattern;
import org.mediacapture.benchmarks.report.Experiment;

/** The experiments, in the order of the goals. */
final class Experiments {
    /** All of them. */
    static final List<Experiment> ALL = List.of(
            new FramePath(),
            new Films(),
            new Sharing(),
            new PassedPhotos(),
            new EncodedPhotos(),
            new Grabs(),
            new Conversion(),
            new Opening(),
            new FanOut(),
            new Swaps(),
            new ManyCameras(),
            new NetworkCameras(),
            new JmhBenchmarks("G9 SolverBenchmark, CoreBenchmark", "(Solver|Core)Benchmark"),
            new JmhBenchmarks("G9 G10 G11 TrackBenchmark", "TrackBenchmark"),
            new JmhBenchmarks("G16 ServiceBenchmark", "ServiceBenchmark"));

    private Experiments() {}

    /** Those whose name matches a regular expression; if there is none, the benchmarks of JMH whose name does. */
    static List<Experiment> matching(String pattern) {
        Pattern wanted = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        List<Experiment> matching = ALL.stream()
                .filter(experiment -> wanted.matcher(experiment.name()).find())
                .toList();
        return matching.isEmpty() ? List.of(new JmhBenchmarks(pattern, pattern)) : matching;
    }
}
