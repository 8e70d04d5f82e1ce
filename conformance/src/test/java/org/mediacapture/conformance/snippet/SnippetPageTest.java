// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnippetPageTest {
    private static final Path PROJECT = Path.of("..");

    @TempDir
    Path root;

    @BeforeEach
    void writeASource() throws IOException {
        Files.writeString(root.resolve("Door.java"), """
                // SPDX-License-Identifier: Apache-2.0
                class Door {
                    private final int width = 90;

                    @Override
                    @Deprecated
                    public void open() {
                        if (width > 0) {
                            ring();
                        }
                    }
                }
                """);
    }

    @Test
    void aMethodIsCopiedWithItsAnnotationsToTheLeftMargin() throws IOException {
        assertThat(page("Door.java: void open", "java", "old\n")).isEqualTo("""
                before
                <!-- from Door.java: void open -->
                ```java
                @Override
                @Deprecated
                public void open() {
                    if (width > 0) {
                        ring();
                    }
                }
                ```
                after
                """);
    }

    @Test
    void aStatementIsALine() throws IOException {
        assertThat(page("Door.java: width = 90", "java", "")).contains("```java\nprivate final int width = 90;\n```\n");
    }

    @Test
    void aWholeFileIsCopiedWithoutItsLicence() throws IOException {
        assertThat(page("Door.java", "", ""))
                .contains("```\nclass Door {\n    private")
                .doesNotContain("SPDX");
    }

    @Test
    void aPageThatIsWrittenAgainIsTheSame() throws IOException {
        String once = page("Door.java: void open", "java", "old\n");

        assertThat(SnippetPage.text(root, once)).isEqualTo(once);
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> page("Window.java: void open", "java", ""))
                .hasMessage("\"Window.java\" is not a file of the project");
        assertThatThrownBy(() -> page("Door.java: void shut", "java", ""))
                .hasMessage("\"void shut\" is not in Door.java");
        assertThatThrownBy(() -> SnippetPage.text(root, "<!-- from Door.java -->\nno block\n"))
                .hasMessage("1 of 1 lines \"<!-- from\" have no fenced block behind them");
    }

    @Test
    void thePagesOfThisProjectHaveTheCodeOfItsExamples() throws IOException {
        for (Path page : SnippetPage.all(PROJECT)) {
            assertThat(Files.readString(page))
                    .as("%s: run conformance/write-snippets, and commit what it changes", page)
                    .isEqualTo(SnippetPage.text(PROJECT, Files.readString(page)));
        }
    }

    private String page(String from, String language, String old) throws IOException {
        return SnippetPage.text(
                root, "before\n<!-- from " + from + " -->\n```" + language + "\n" + old + "```\nafter\n");
    }
}
