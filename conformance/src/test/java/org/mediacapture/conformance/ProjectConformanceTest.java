// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds this project to its list of rules. */
class ProjectConformanceTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void everyRuleIsProvenByATestOrNamesTheConceptThatIsMissing() throws IOException {
        assertThat(Conformance.of(ROOT).open())
                .as("rules that no test carries in @Rule, and that have no missing concept in %s", Conformance.RULES)
                .extracting(RuleEntry::id)
                .isEmpty();
    }

    @Test
    void everyRuleThatATestNamesExists() throws IOException {
        assertThat(Conformance.of(ROOT).unknown()).isEmpty();
    }

    @Test
    void thePageIsWhatRulesAndTestsMakeOfIt() throws IOException {
        assertThat(ROOT.resolve(WritePage.PAGE))
                .as("run conformance/write-page, and commit what it changes")
                .hasContent(WritePage.text(ROOT));
    }
}
