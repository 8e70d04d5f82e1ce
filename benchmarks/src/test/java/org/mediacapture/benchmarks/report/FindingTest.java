// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingTest {
    private static final Finding TEN_OF_AT_MOST_TEN = Finding.of("G1", "what", "flat 720p", 10, "µs", 10);

    @Test
    void aFigureIsHeldToItsLimit() {
        assertThat(TEN_OF_AT_MOST_TEN.verdict()).isEqualTo(Verdict.MET);
        assertThat(Finding.of("G1", "what", "", 11, "µs", 10).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(Finding.of("G1", "what", "", 9, "1/s", 10).asLeast().verdict())
                .isEqualTo(Verdict.MISSED);
        assertThat(Finding.noted("G1", "what", "", 9, "µs").verdict()).isEqualTo(Verdict.NOTED);
    }

    @Test
    void withAPeerItIsTheRatioThatIsHeld() {
        Finding slower = Finding.of("G2", "what", "", 12, "µs", 1.1).against("peer", 10);

        assertThat(slower.ratio()).isEqualTo(1.2);
        assertThat(slower.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(slower.gatedAt(1.5).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(slower.gatedAt(1.15).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aMissedLimitIsExplainedByWhatBoundsIt() {
        Finding missed = Finding.of("G1", "what", "", 11, "µs", 10);

        assertThat(missed.isUnexplained()).isTrue();
        assertThat(missed.boundedBy("the rest", 9)).matches(finding -> !finding.isUnexplained());
        assertThat(missed.boundedBy("the rest", 9).isOutOfReach()).isFalse();
        assertThat(missed.boundedBy("the rest", 10.5).isOutOfReach()).isTrue();
        assertThat(missed.against("peer", 1).boundedBy("the rest", 10.5).isOutOfReach())
                .as("10.5 of the peer's 1")
                .isTrue();
        assertThat(TEN_OF_AT_MOST_TEN.isUnexplained()).isFalse();
    }

    @Test
    void thePageSaysWhatBoundsWhatIsMissedAndOfWhatThatIsNotKnown() {
        Report report = new Report();
        Finding missed = Finding.of("G1", "what", "", 11, "µs", 10);
        report.add(missed);
        report.add(missed.boundedBy("the rest", 10.5));
        report.add(missed.boundedBy("a part", 5.5));
        report.add(TEN_OF_AT_MOST_TEN.boundedBy("of no account", 9));

        assertThat(new ReportPage(report, Effort.QUICK, List.of()).text())
                .contains(
                        "| **missed** | **not measured** |",
                        "| **missed** | the rest: 10.5 µs, 0.95 of ours, past the limit alone |",
                        "| **missed** | a part: 5.50 µs, 0.50 of ours |",
                        "| 1 | 3 | 1 | 1 |")
                .doesNotContain("of no account");
    }

    @Test
    void whatIsNoNumberIsNeverGood() {
        assertThat(Finding.of("G1", "what", "", Double.NaN, "B", 64).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(Finding.of("G1", "what", "", Double.NaN, "B", 64).gated().verdict())
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void thePageTellsOfEveryFindingAndShowsThePlots(@TempDir Path folder) throws Exception {
        Report report = new Report();
        report.add(TEN_OF_AT_MOST_TEN);
        report.add(new Cost("what it costs", "", 1, 2, 3, 4, Double.NaN, 0));
        report.add(
                new Plot("bars", "bars", "µs", List.of(new Plot.Bar("ours", 1, true), new Plot.Bar("peer", 2, false))));
        Path page = folder.resolve("report.md");

        new ReportPage(report, Effort.QUICK, List.of("here")).write(page);

        assertThat(page)
                .content()
                .contains("| G1 | what | flat 720p | 10.0 µs |  |  |  | ≤ 10.0 | met |  |")
                .contains("| what it costs |  | 1.00 | 2.00 | 3.00 | 4.00 |  | 0 |")
                .contains("here", "(plots/bars.svg)");
        assertThat(folder.resolve("plots/bars.svg")).content().contains("peer").endsWith("</svg>\n");
    }

    @Test
    void onlyAPageOfFullEffortIsKnownAsOne(@TempDir Path folder) throws Exception {
        Path page = folder.resolve("report.md");
        assertThat(ReportPage.isFull(page)).isFalse();

        new ReportPage(new Report(), Effort.QUICK, List.of()).write(page);
        assertThat(ReportPage.isFull(page)).isFalse();

        new ReportPage(new Report(), Effort.FULL, List.of()).write(page);
        assertThat(ReportPage.isFull(page)).isTrue();
        assertThat(Files.readString(page)).startsWith("# ");
    }
}
