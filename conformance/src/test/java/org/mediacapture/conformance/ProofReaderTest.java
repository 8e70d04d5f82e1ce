// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofReaderTest {
    private static final String IMPORT = "import org.mediacapture.conformance.Rule;\n";

    @TempDir
    private Path directory;

    @Test
    void annotationsOfMethodsAndTypesAreFoundInEveryForm() throws IOException {
        assertThat(proofs(IMPORT + """
                        @Rule("IC-1")
                        class ATest {
                            @Rule({"CM-9", "CM-7"}) void two() {}
                            @Rule(value = "PX-4") void named() {}
                            @org.mediacapture.conformance.Rule("TRK-1") void qualified() {}
                            void none() {}
                            static class Inner { @Rule("STR-2") void nested() {} }
                            @Rule("GUM-1") record Row(int a) {}
                        }
                        """))
                .extracting(proof -> proof.rule() + " " + proof.test())
                .containsExactly(
                        "CM-7 ATest.two",
                        "CM-9 ATest.two",
                        "GUM-1 ATest.Row",
                        "IC-1 ATest",
                        "PX-4 ATest.named",
                        "STR-2 ATest.Inner.nested",
                        "TRK-1 ATest.qualified");
    }

    @Test
    void textsAndCommentsAreNoAnnotations() throws IOException {
        assertThat(proofs(IMPORT
                        + "/** @Rule(\"IC-1\") */ class ATest { // @Rule(\"IC-2\")\n"
                        + " String s = \"@Rule(\\\"IC-3\\\") void a() {}\"; }"))
                .isEmpty();
    }

    @Test
    void theRuleOfAnotherLibraryIsNotOurs() throws IOException {
        assertThat(proofs("import org.junit.Rule;\nclass ATest { @Rule(\"IC-1\") void a() {} }"))
                .isEmpty();
        assertThat(proofs("import org.mediacapture.conformance.*;\nclass ATest { @Rule(\"IC-1\") void a() {} }"))
                .hasSize(1);
    }

    @Test
    void anIdThatIsNoPlainTextIsRefusedWithFileAndTest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proofs(IMPORT + "class ATest { @Rule(Ids.ONE) void a() {} }"))
                .withMessageContaining("ATest.java: ATest.a: @Rule takes ids in quotes, not Ids.ONE");
    }

    @Test
    void aFileThatIsNoJavaIsRefusedWithItsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proofs("class ATest { void"))
                .withMessageContaining("ATest.java:1");
    }

    @Test
    void testsOfAllModulesAreReadAndNothingElse() throws IOException {
        String test = IMPORT + "class T { @Rule(\"IC-1\") void a() {} }";
        new ProjectTree(directory)
                .with("core/src/test/java/a/T.java", test)
                .with("core/src/test/java/a/T.txt", test)
                .with("core/src/main/java/a/T.java", test)
                .with("integration-tests/src/main/java/a/T.java", test)
                .with("testkit/src/main/java/a/T.java", test)
                .with("testkit/src/test/java/a/T.java", test)
                .with("README.md", "no folder");

        List<Proof> proofs = new ProofReader(directory).read(new TestSources(directory).files());

        assertThat(proofs)
                .extracting(Proof::fileName)
                .containsExactly(
                        "core/src/test/java/a/T.java",
                        "integration-tests/src/main/java/a/T.java",
                        "testkit/src/main/java/a/T.java",
                        "testkit/src/test/java/a/T.java");
    }

    @Test
    void aProjectWithoutTestsHasNoProofs() throws IOException {
        assertThat(new ProofReader(directory).read(new TestSources(directory).files()))
                .isEmpty();
    }

    private List<Proof> proofs(String source) throws IOException {
        new ProjectTree(directory).with("core/src/test/java/ATest.java", source);
        return new ProofReader(directory).read(new TestSources(directory).files());
    }
}
