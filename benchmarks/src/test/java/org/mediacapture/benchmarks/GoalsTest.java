// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.mediacapture.benchmarks.report.Effort;
import org.mediacapture.benchmarks.report.Experiment;
import org.mediacapture.benchmarks.report.Finding;
import org.mediacapture.benchmarks.report.Report;
import org.mediacapture.frame.PixelFormat;

/** What has no noise is held on every machine: allocations and counts. How long anything takes is for {@code benchmarks/run}. */
class GoalsTest {
    @Test
    void framesTakeNoMoreHeapThanTheirHandles() throws Exception {
        assertKept(new FramePath(), 2);
        assertKept(new FanOut(), 3);
    }

    @Test
    void aFrameIsDecodedConvertedAndEncodedOnceAndNeverCopied() throws Exception {
        assertKept(new Sharing(), 12);
    }

    @Test
    void aFilmTakesLessHeapThanItsPackets() throws Exception {
        assertKept(new Films(), 1);
    }

    @Test
    void photosTakeLittleMoreHeapThanTheirSize() throws Exception {
        assertKept(new PassedPhotos(), 1);
        assertKept(new EncodedPhotos(), 1);
    }

    @Test
    void aNetworkCameraTakesLittleHeapAndIsReadInOrder() throws Exception {
        assertKept(new NetworkCameras(), 2);
    }

    @Test
    void grabbedAndConvertedPicturesAreRight() throws Exception {
        for (Experiment experiment : List.of(new Grabs(), new Conversion(), new Opening())) {
            Report report = new Report();
            experiment.run(report, Effort.SMOKE);
            assertThat(report.findings()).as(experiment.name()).isNotEmpty();
        }
    }

    @Test
    void aConsumerThatAllocatesFailsTheRun() throws Exception {
        AtomicReference<byte[]> kept = new AtomicReference<>();
        Report report = new Report();

        new FramePath(frame -> kept.set(new byte[1_024])).run(report, Effort.SMOKE);

        assertThat(ofUnit(report.failed(), "B")).isNotEmpty();
    }

    @Test
    void readersThatShareNothingFailTheRun() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        Report report = new Report();

        new Sharing(frame -> frame.convert(PixelFormat.BGRA, 32 + turn.incrementAndGet(), 32)
                        .close())
                .run(report, Effort.SMOKE);

        assertThat(report.failed()).extracting(Finding::what).anyMatch(what -> what.contains("conversions"));
    }

    /** Times are measured here, too, and say nothing on a machine that is busy. */
    private static void assertKept(Experiment experiment, int gates) throws Exception {
        Report report = new Report();
        experiment.run(report, Effort.SMOKE);

        List<Finding> counted = report.findings().stream()
                .filter(finding -> !Double.isNaN(finding.gate()) && !finding.isCompared())
                .toList();
        assertThat(counted).as(experiment.name()).hasSizeGreaterThanOrEqualTo(gates);
        assertThat(counted).filteredOn(report.failed()::contains).isEmpty();
    }

    private static List<Finding> ofUnit(List<Finding> findings, String unit) {
        return findings.stream().filter(finding -> finding.unit().equals(unit)).toList();
    }
}
