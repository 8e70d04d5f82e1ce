// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** That every benchmark runs; how long anything takes is for {@code benchmarks/run} on a quiet machine. */
class BenchmarksTest {
    @Test
    void everyBenchmarkRuns() throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("org.mediacapture.benchmarks")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(200))
                        .shouldFailOnError(true)
                        .build())
                .run();

        assertThat(results)
                .hasSize(13)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
    }

    @Test
    void aChangeOfProvidersLosesNothing() throws Exception {
        SwapCost cost = SwapCost.measure(3, 120);

        assertThat(cost.photos().lost()).as(cost.photos().firstFailure()).isZero();
        assertThat(cost.disordered()).isZero();
        assertThat(cost.beside().gaps().sorted()).hasSize(3);
        assertThat(cost.shutdown().sorted()).hasSize(1);
    }

    @Test
    void theTimelineOfHotSwapIsDrawnFromARun() throws Exception {
        try (MockFramework framework = MockFramework.open()) {
            Timeline run = HotSwapTimeline.record(framework);

            assertThat(run.tracks())
                    .hasSize(2)
                    .allSatisfy(track -> assertThat(track.photos())
                            .hasSize(4)
                            .allSatisfy(photo -> assertThat(photo.what()).isEmpty()));
            assertThat(TimelinePicture.of(run)).contains("update").endsWith("</svg>\n");
        }
    }

    @Test
    void aProfileOfEveryUseIsRecordedAndWritten(@TempDir Path docs) throws Exception {
        Profiles.record(docs, "now", 1);

        List<ProfileRow> rows = Files.readAllLines(docs.resolve("profiles/now.csv")).stream()
                .skip(1)
                .map(ProfileRow::parse)
                .toList();
        String page = Files.readString(docs.resolve("profiles.md"));
        for (ProfiledUse use : ProfiledUse.values()) {
            assertThat(rows)
                    .filteredOn(row -> row.use().equals(use.id()) && row.group().equals(ProfileRow.ALL))
                    .extracting(ProfileRow::kind)
                    .containsExactly("time", "allocation", "waits");
            assertThat(page).contains(use.title());
            assertThat(docs.resolve("images/profile-" + use.id() + ".svg"))
                    .content()
                    .contains(use.title())
                    .endsWith("</svg>\n");
        }
        assertThat(rows)
                .filteredOn(row -> row.group().equals(ProfileRow.ALL))
                .allSatisfy(row -> assertThat(row.perOperation()).isPositive());
    }
}
