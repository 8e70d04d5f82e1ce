// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardwarePageTest {
    private static final String PAGE = Stream.of(LabTable.values())
            .map(table -> "<!-- lab: " + table.title() + " -->\nold\n<!-- end -->\n")
            .collect(Collectors.joining("by hand\n", "head\n", "foot\n"));

    @TempDir
    Path folder;

    @Test
    void rowsReplaceThoseThatWereThereAndNothingElse() throws Exception {
        Path file = folder.resolve("report.tsv");
        new LabReport(file).add(LabTable.TIMES, "uvc", "javacv", "plugged in", 12.345);

        String page = new HardwarePage(Files.readString(file)).rewrite(PAGE);

        assertThat(page)
                .startsWith("head\n")
                .endsWith("foot\n")
                .contains("| uvc | javacv | plugged in | 12.3 |\n\n<!-- end -->", "by hand\n")
                .doesNotContain("old");
    }

    @Test
    void aPageIsTheSameWhenItIsWrittenAgain() {
        HardwarePage tables = new HardwarePage("devices\ta\tb\tc\td\n");

        assertThat(tables.rewrite(tables.rewrite(PAGE))).isEqualTo(tables.rewrite(PAGE));
    }

    @Test
    void aPageWithoutAPlaceForATableIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HardwarePage("").rewrite("nothing"))
                .withMessageContaining("<!-- lab: devices -->");
    }

    @Test
    void aRowOfAnotherWidthThanItsTableIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LabReport(folder.resolve("report.tsv")).add(LabTable.TIMES, "uvc"))
                .withMessageContaining("event");
    }
}
