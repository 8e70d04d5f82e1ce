// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every form in which arguments are typed means the same in a script and at the prompt. */
class ArgumentFormsTest {
    private static final List<String> OPEN = List.of(
            "camera:open mock width=1280 height=720",
            "camera:open mock width.exact=1280 height.exact=720",
            "camera:open mock width.min=1280 width.max=1280 height.ideal=720",
            "camera:open mock [width=1280 height=720]",
            "camera:open mock [width=[exact=1280] height = [exact=720]]",
            "camera:open mock width=1280 [height=720]",
            "camera:open mock '{\"width\":1280,\"height\":{\"exact\":720}}'",
            "camera:open \"Mock camera\" width=1280 height=720",
            "camera:open 'mock cam' width=1280 height=720",
            "open mock width=1280 height=720");

    private static final List<String> WRONG = List.of(
            "camera:open mock {\"width\":1280} | JSON stands in single quotes, with its own double quotes inside",
            "camera:open mock {width=1280} | JSON stands in single quotes",
            "camera:open mock [1280] | JSON is quoted",
            "camera:open mock '{\"width\":1280' | is not a JSON object",
            "camera:open mock widht=1280 | did you mean width",
            "camera:open mock width=wide | width: \"wide\" is not a number",
            "camera:open mock width=NaN | width: \"NaN\" is not a number",
            "camera:open mock width= | width=: a value is missing",
            "camera:open mock =1280 | is no constraint; name=value is one",
            "camera:open mock width.exakt=1280 | width takes min, max, exact, ideal",
            "camera:open mock width=1 width=2 | width is given twice",
            "camera:open mok | did you mean mock?",
            "camera:open mock $nosuch | a variable that is not set?",
            "camera:watch --fro 5 | did you mean --for?");

    @TempDir
    Path directory;

    @Test
    void everyFormOpensTheSameInAScript() throws Exception {
        ProcessResult result = ExecutableJar.inside(directory).commands(String.join("; ", OPEN));

        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines())
                .hasSize(OPEN.size())
                .allMatch(line -> line.matches("t\\d+  Mock camera  1280x720 @ 30 fps  .*"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void everyFormOpensTheSameAtThePromptAndEachMistakeSaysWhatIsRight() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(ExecutableJar.inside(directory))) {
            for (String line : OPEN) {
                assertThat(terminal.answer(line)).as(line).matches("t\\d+  Mock camera  1280x720 @ 30 fps  .*");
            }
            for (String each : WRONG) {
                String[] parts = each.split(" \\| ");
                assertThat(terminal.answer(parts[0])).as(parts[0]).contains(parts[1]);
            }
        }
    }

    @Test
    void eachMistakeSaysWhatIsRightInAScript() throws Exception {
        ExecutableJar jar = ExecutableJar.inside(directory);
        for (String each : WRONG) {
            String[] parts = each.split(" \\| ");
            ProcessResult result = jar.commands(parts[0]);

            assertThat(result.exitCode()).as(parts[0]).isEqualTo(1);
            assertThat(result.out()).as(parts[0]).isEmpty();
            assertThat(result.err()).as(parts[0]).contains(parts[1]).hasLineCount(1);
        }
    }
}
