// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTableTest {
    @TempDir
    private Path directory;

    @Test
    void rulesComeInTheOrderOfTheFile() throws IOException {
        RuleTable table = read(ProjectTree.HEADER + ProjectTree.rule("IC-2", "") + ProjectTree.rule("GUM-1", "frames"));

        assertThat(table.all()).extracting(RuleEntry::id).containsExactly("IC-2", "GUM-1");
        assertThat(table.byId().get("IC-2").missing()).isEmpty();
        assertThat(table.byId().get("IC-2").phrase()).isEqualTo("What IC-2 says, in a line.");
        assertThat(table.byId().get("GUM-1").missing()).contains("frames");
        assertThat(table.byId().get("GUM-1").section()).isEqualTo(Section.GUM);
        assertThat(table.has("IC-2")).isTrue();
        assertThat(table.has("IC-3")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "IC-02,a,https://w3.org/#a,|record 1: id: 'IC-02' is not accepted; one of [IDL, IC,",
                "HS-1,a,https://w3.org/#a,|record 1: id: 'HS-1' is not accepted",
                "IC-1,,https://w3.org/#a,|record 1: rule: IC-1 has no phrase",
                "IC-1,a,https://w3.org/,|record 1: link: 'https://w3.org/' of IC-1 is not accepted",
                "IC-1,a,http://w3.org/#a,|record 1: link: 'http://w3.org/#a' of IC-1 is not accepted",
                "IC-1,a,https://w3.org/#a|record 1: has 3 columns, and must have [id, rule, link, missing]",
            })
    void aWrongLineIsNamedWithWhatIsAccepted(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(ProjectTree.HEADER + line + "\n"))
                .withMessageContaining(message)
                .withMessageContaining("rules.csv");
    }

    @Test
    void aRuleThatIsThereTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        read(ProjectTree.HEADER + ProjectTree.rule("IC-2", "") + ProjectTree.rule("IC-2", "frames")))
                .withMessageContaining("IC-2 is there twice");
    }

    @Test
    void otherColumnsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("id,link,rule,missing\n"))
                .withMessageContaining(
                        "the columns are [id, link, rule, missing], and must be [id, rule, link, missing]");
    }

    private RuleTable read(String text) throws IOException {
        return RuleTable.read(Files.writeString(directory.resolve("rules.csv"), text));
    }
}
