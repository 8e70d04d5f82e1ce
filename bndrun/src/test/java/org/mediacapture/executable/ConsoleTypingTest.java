// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the console does for who types camera commands: it completes, asks without echo, and warns. */
@EnabledOnOs(OS.LINUX)
class ConsoleTypingTest {
    private static final String SECRET = "pass\"word-7f";

    @TempDir
    Path directory;

    private ExecutableJar jar;

    @BeforeEach
    void useFreshData() throws IOException {
        jar = ExecutableJar.inside(directory);
    }

    @Test
    void tabCompletesTracksPropertiesAndTheirValues() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.answer("door = camera:open mock");

            terminal.press("camera:apply $do" + TerminalSession.TAB);
            terminal.awaitLine("g! camera:apply $door"::equals);
            terminal.press("focusM" + TerminalSession.TAB);
            terminal.awaitLine("g! camera:apply $door focusMode="::equals);
            terminal.press("single" + TerminalSession.TAB);
            terminal.awaitLine("g! camera:apply $door focusMode=single-shot"::equals);
            terminal.press(TerminalSession.ENTER);
            terminal.awaitPrompt();

            assertThat(terminal.answer("camera:settings $door")).containsPattern("focusMode +single-shot");
        }
    }

    @Test
    void tabShowsWhatAValueMayBe() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.answer("t = camera:open mock");

            terminal.press("camera:apply t1 focusMode=" + TerminalSession.TAB);

            terminal.awaitText("focusMode=manual");
            terminal.awaitText("focusMode=continuous");
        }
    }

    @Test
    void tabCompletesCamerasProvidersOptionsAndFiles() throws Exception {
        Files.createFile(jar.directory().resolve("yard-photo.jpg"));
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.press("camera:photo mo" + TerminalSession.TAB);
            terminal.awaitLine("g! camera:photo mock"::equals);
            terminal.press("yard-ph" + TerminalSession.TAB);
            terminal.awaitLine("g! camera:photo mock yard-photo.jpg"::equals);
            terminal.press("--as asc" + TerminalSession.TAB);
            terminal.awaitLine("g! camera:photo mock yard-photo.jpg --as ascii"::equals);
            terminal.press(TerminalSession.CTRL_C);
            terminal.awaitPrompt();

            terminal.press("photo-cap" + TerminalSession.TAB);
            terminal.awaitLine("g! photo-capabilities"::equals);
        }
    }

    @Test
    void aLivePreviewFollowsTheSizeOfTheTerminalAndEndsWithCtrlC() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.press("camera:preview mock --as ascii" + TerminalSession.ENTER);
            terminal.awaitText("mock  Mock camera");
            await().atMost(Duration.ofSeconds(90)).until(() -> widest(terminal.text()) > 60);

            terminal.resize(60);
            // Both at one look: the preview clears the screen first, and draws the line below the picture last.
            await().atMost(Duration.ofSeconds(90)).until(() -> {
                String text = terminal.text();
                return widest(text) <= 60 && text.contains("mock  Mock camera");
            });

            terminal.interrupt();
            assertThat(terminal.answer("camera:tracks")).doesNotContain("live");
        }
    }

    @Test
    void thePromptStandsBelowAllThatAnInterruptedCommandHasPrinted() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            for (int time = 0; time < 25; time++) {
                terminal.press("camera:preview mock --as ascii --fps 60" + TerminalSession.ENTER);
                terminal.awaitText("mock  Mock camera");
                for (int look = 0; look < 10; look++) {
                    terminal.text(); // keeps the terminal from drawing, so that it has more to show when Ctrl-C comes
                }
                terminal.press(TerminalSession.CTRL_C);
                terminal.awaitPrompt();

                assertThat(terminal.text()).contains("mock  Mock camera"); // the picture stays
                terminal.press("clear");
                terminal.awaitLine("g! clear"::equals);
                terminal.press(TerminalSession.ENTER);
                terminal.awaitText(text -> !text.contains("mock  Mock camera"));
                terminal.awaitPrompt();
            }
        }
    }

    private static int widest(String text) {
        return text.lines().mapToInt(String::length).max().orElse(0);
    }

    @Test
    void aPasswordIsAskedForAndNeverShownOrKeptInTheHistory() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.press("camera:add http://127.0.0.1:1/stream name=door username=admin" + TerminalSession.ENTER);
            terminal.awaitText("Password of admin at 127.0.0.1:");
            terminal.press(SECRET + TerminalSession.ENTER);
            terminal.awaitText("door  door  http://127.0.0.1:1/stream");
            terminal.awaitPrompt();

            assertThat(terminal.text()).doesNotContain("word-7f");
            assertThat(terminal.answer("camera:devices")).contains("door");
            terminal.press("exit" + TerminalSession.ENTER);
            assertThat(terminal.awaitEnd()).isZero();
        }
        assertThat(files(jar.data()).filter(file -> text(file).contains("word-7f")))
                .allMatch(file -> file.startsWith(jar.data().resolve("config")))
                .hasSize(1);
        assertThat(text(jar.data().resolve("history"))).contains("username=admin");
    }

    @Test
    void ctrlCAtTheQuestionForAPasswordAddsNothing() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.press("camera:add http://127.0.0.1:1/stream name=door username=admin" + TerminalSession.ENTER);
            terminal.awaitText("Password of admin at 127.0.0.1:");
            terminal.interrupt();

            assertThat(terminal.answer("camera:devices")).doesNotContain("door");
        }
    }

    @Test
    void aLineWithAPasswordIsRefusedAndForgotten() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            assertThat(terminal.answer("camera:add http://admin:pass-word-7f@127.0.0.1:1/stream name=door"))
                    .contains("would stay in the history", "username=NAME");
            assertThat(terminal.answer("camera:add http://127.0.0.1:1/stream username=admin password=pass-word-7f"))
                    .contains("would stay in the history", "password.file=FILE");
            terminal.answer("echo kept");
            terminal.press("exit" + TerminalSession.ENTER);
            terminal.awaitEnd();
        }
        assertThat(text(jar.data().resolve("history"))).contains("echo kept").doesNotContain("word-7f");
    }

    @Test
    void whatGogoWouldMisreadGetsAnErrorThatShowsTheRightSpelling() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            assertThat(terminal.answer("camera:add http://127.0.0.1:1/x&channel=2 name=door"))
                    .contains("single quotes", "camera:add 'http://");
            assertThat(terminal.answer("camera:add http://127.0.0.1:1/x?channel=2 name=door"))
                    .contains("a word with ? or * is put in quotes");
            assertThat(terminal.answer("camera:open mock {\"width\":1280}")).contains("JSON stands in single quotes");
            assertThat(terminal.answer("camera:devices")).doesNotContain("door");
        }
    }

    private static Stream<Path> files(Path directory) throws IOException {
        return Files.walk(directory).filter(Files::isRegularFile);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
