// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteMutantsTest {
    private static final String SECOND = "select.Solver.pick:Math#2";

    @TempDir
    private Path directory;

    private Path page;

    @BeforeEach
    void makeProject() throws IOException {
        directory = directory.toRealPath();
        Files.createDirectories(directory.resolve("docs/conformance"));
        Files.createDirectories(directory.resolve("core/target/pit-reports/select"));
        page = directory.resolve("docs/conformance/mutants.md");
        report(mutation("pick", 20, 4, "MathMutator", "SURVIVED")
                + mutation("pick", 10, 9, "MathMutator", "KILLED")
                + mutation("lambda$pick$7", 30, 2, "returns.NullReturnValsMutator", "NO_COVERAGE")
                + mutation("lambda$pick$3", 25, 2, "returns.NullReturnValsMutator", "TIMED_OUT"));
        reasons("");
    }

    @Test
    void thePageCountsMutantsAndListsSurvivorsWithTheirReasons() throws IOException {
        reasons(SECOND + ",\"the sum is 0, so | is the same\"\n");

        WriteMutants.write(directory, page);

        assertThat(Files.readString(page))
                .contains("| org.mediacapture.core.select | 4 | 1 | 1 | 1 | 1 |")
                .contains("""
                        | `select.Solver.lambda$pick:NullReturnVals#2` | [30](../../core/src/main/java/org/mediacapture/core/select/Solver.java) | changed it | no test runs it | **none yet** |
                        | `select.Solver.pick:Math#2` | [20](../../core/src/main/java/org/mediacapture/core/select/Solver.java) | changed it | survived | the sum is 0, so \\| is the same |
                        """);
    }

    @Test
    void aSurvivorWithoutAReasonAndAReasonWithoutASurvivorAreFaults() throws IOException {
        reasons("select.Solver.pick:Math#1,was once\n");

        assertThat(WriteMutants.write(directory, page))
                .containsExactly(
                        "select.Solver.lambda$pick:NullReturnVals#2 (core/src/main/java/org/mediacapture/core/select/"
                                + "Solver.java:30, changed it) survived, and docs/conformance/mutants.csv has no reason",
                        SECOND
                                + " (core/src/main/java/org/mediacapture/core/select/Solver.java:20, changed it) survived,"
                                + " and docs/conformance/mutants.csv has no reason",
                        "docs/conformance/mutants.csv: select.Solver.pick:Math#1 is noticed by now, or gone; take its line"
                                + " out");
    }

    @Test
    void aReasonForOneThatRanOutOfTimeIsKept() throws IOException {
        reasons(
                SECOND
                        + ",so\nselect.Solver.lambda$pick:NullReturnVals#2,so\nselect.Solver.lambda$pick:NullReturnVals#1,slow\n");

        assertThat(WriteMutants.write(directory, page)).isEmpty();
    }

    @Test
    void aPageElsewhereIsOfAPartAndSaysNothingOfReasonsThatItDoesNotNeed() throws IOException {
        reasons("track.Other.a:Math#1,elsewhere\n" + SECOND + ",so\nselect.Solver.lambda$pick:NullReturnVals#2,so\n");

        assertThat(WriteMutants.write(directory, directory.resolve("core/target/mutants.md")))
                .isEmpty();
    }

    @Test
    void theNameOfAMutantDoesNotDependOnLines() throws IOException {
        report(mutation("pick", 120, 4, "MathMutator", "SURVIVED")
                + mutation("pick", 77, 9, "MathMutator", "SURVIVED"));

        assertThat(new MutationReport(directory, "core").mutants())
                .extracting(Mutant::key)
                .containsExactly("select.Solver.pick:Math#1", SECOND);
    }

    @Test
    void theProgramFailsWithTheFaults() {
        assertThatIllegalStateException()
                .isThrownBy(() -> WriteMutants.main(new String[] {directory.toString(), page.toString()}))
                .withMessageContaining(SECOND);
        assertThat(page).exists();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WriteMutants.main(new String[] {"."}))
                .withMessageContaining("1 were given");
    }

    @Test
    void withoutAReportTheErrorSaysWhatMakesOne() throws IOException {
        Files.delete(directory.resolve("core/target/pit-reports/select/mutations.xml"));
        Files.delete(directory.resolve("core/target/pit-reports/select"));
        Files.delete(directory.resolve("core").resolve(MutationReport.PLACE));

        assertThatIllegalStateException()
                .isThrownBy(() -> WriteMutants.write(directory, page))
                .withMessageContaining("conformance/mutation-test makes it");
    }

    @Test
    void aReasonThatIsEmptyOrThereTwiceIsRefused() throws IOException {
        reasons(SECOND + ",\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WriteMutants.write(directory, page))
                .withMessageContaining("mutants.csv, record 1: has no reason");

        reasons(SECOND + ",a\n" + SECOND + ",b\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WriteMutants.write(directory, page))
                .withMessageContaining(SECOND + " is there twice");
    }

    private void reasons(String lines) throws IOException {
        Files.writeString(directory.resolve("docs/conformance/mutants.csv"), "mutant,reason\n" + lines);
    }

    private void report(String mutations) throws IOException {
        Files.writeString(
                directory.resolve("core/target/pit-reports/select/mutations.xml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<mutations partial=\"true\">" + mutations
                        + "</mutations>");
    }

    private static String mutation(String method, int line, int index, String mutator, String status) {
        boolean detected = status.equals("KILLED") || status.equals("TIMED_OUT");
        return "<mutation detected='" + detected + "' status='" + status + "' numberOfTestsRun='1'>"
                + "<sourceFile>Solver.java</sourceFile>"
                + "<mutatedClass>org.mediacapture.core.select.Solver</mutatedClass>"
                + "<mutatedMethod>" + method + "</mutatedMethod><methodDescription>()V</methodDescription>"
                + "<lineNumber>" + line + "</lineNumber>"
                + "<mutator>org.pitest.mutationtest.engine.gregor.mutators." + mutator + "</mutator>"
                + "<indexes><index>" + index + "</index></indexes><blocks><block>1</block></blocks>"
                + "<killingTest/><description>changed it</description></mutation>";
    }
}
