// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The interactive console at a terminal. Each end of a session also checks that the terminal is as it was. */
@EnabledOnOs(OS.LINUX)
class ConsoleTest {
    @TempDir
    Path directory;

    private ExecutableJar jar;

    @BeforeEach
    void useFreshData() throws IOException {
        jar = ExecutableJar.inside(directory);
    }

    @Test
    void whatIsTypedIsRunAndExitEndsIt() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            assertThat(terminal.text()).contains("\"camera:devices\" lists", "\"help\"", "\"exit\" ends");
            assertThat(terminal.answer("echo hello")).isEqualTo("hello");
            assertThat(terminal.answer("camera:devices")).contains("Mock camera");

            terminal.press("exit" + TerminalSession.ENTER);

            assertThat(terminal.awaitEnd()).isZero();
            assertThat(jar.data().resolve("run/0")).doesNotExist();
        }
    }

    @Test
    void exitMayGiveACode() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.press("exit 3" + TerminalSession.ENTER);

            assertThat(terminal.awaitEnd()).isEqualTo(3);
        }
    }

    @Test
    void ctrlDEndsIt() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.press(TerminalSession.CTRL_D);

            assertThat(terminal.awaitEnd()).isZero();
        }
    }

    @Test
    void aSignalEndsItInOrder() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.press("echo half a line");
            terminal.terminate();
            terminal.awaitEnd();

            assertThat(jar.data().resolve("run/0")).doesNotExist();
        }
    }

    @Test
    void tabCompletesTheNameOfACommand() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.press("camera:prov" + TerminalSession.TAB);
            terminal.awaitLine("g! camera:providers"::equals);
            terminal.press(TerminalSession.ENTER);
            terminal.awaitPrompt();

            terminal.press("t = (camera:op" + TerminalSession.TAB);
            terminal.awaitLine("g! t = (camera:open"::equals);
        }
    }

    @Test
    void ctrlCEndsWhatRunsAndNothingElse() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.answer("t = camera:open mock");

            terminal.press("echo 'begun'; camera:watch" + TerminalSession.ENTER);
            terminal.awaitText("\nbegun");
            terminal.interrupt();

            assertThat(terminal.answer("camera:tracks")).contains("t1", "live");

            terminal.press("echo 'asleep'; sleep 86400" + TerminalSession.ENTER);
            terminal.awaitText("\nasleep");
            terminal.interrupt();

            assertThat(terminal.answer("echo awake")).isEqualTo("awake");
        }
    }

    @Test
    void ctrlCEndsTheWaitForACameraThatDoesNotAnswer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.answer("camera:add http://127.0.0.1:" + silent.getLocalPort() + "/stream name=door"
                    + " providers=javacv open.deadline=86400000");

            silent.setSoTimeout((int) Duration.ofSeconds(90).toMillis());
            terminal.press("camera:open door" + TerminalSession.ENTER);
            try (Socket connection = silent.accept()) {
                terminal.interrupt();
                assertThat(connection.isClosed()).isFalse();
            }

            assertThat(terminal.answer("echo next")).isEqualTo("next");
        }
    }

    @Test
    void keysThatMeanSomethingElsewhereDoNoHarm() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.type("echo lost");
            terminal.press(TerminalSession.CTRL_C);
            terminal.awaitPrompt();
            terminal.press(TerminalSession.CTRL_C);
            terminal.awaitText("g! echo lost\ng!\ng!");
            terminal.press(TerminalSession.CTRL_Z);

            assertThat(terminal.answer("echo }")).contains("SyntaxError");
            assertThat(terminal.answer("nosuch")).isEqualTo("Command not found: nosuch");
            assertThat(terminal.answer("echo 'what!?'")).isEqualTo("what!?");
            assertThat(terminal.text()).doesNotContain("\nlost");
        }
    }

    @Test
    void whatIsBegunMayBeContinuedOnTheNextLine() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.type("echo 'one");
            terminal.press(TerminalSession.ENTER);
            terminal.awaitLine(line -> line.strip().endsWith(">"));

            terminal.press("two'" + TerminalSession.ENTER);

            terminal.awaitText("\none\ntwo\n");
        }
    }

    @Test
    void theWidthOfTheTerminalIsKnownAlsoWhenItChanges() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            assertThat(terminal.answer("echo $COLUMNS")).isEqualTo("250");

            terminal.resize(200);
            // The line editor draws its line anew when it gets to know, before or after Enter: only what is printed
            // counts, not where.
            terminal.press("echo $COLUMNS" + TerminalSession.ENTER);
            terminal.awaitText("200");
        }
    }

    @Test
    void aTerminalThatDoesNotKnowItsSizeIsOneOfTheUsualSize() throws Exception {
        try (TerminalSession terminal = TerminalSession.startWithoutSize(jar)) {
            assertThat(terminal.answer("echo $COLUMNS")).isEqualTo("80");
        }
    }

    @Test
    void theHistoryIsThereAgainAtTheNextStartButForSecrets() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.answer("echo remembered");
            terminal.answer("echo http://ada:secret-1@127.0.0.1:1/stream");
            terminal.answer("echo username=ada password=secret-2");
            terminal.answer("echo 'http://127.0.0.1:1/stream?token=secret-3'");
            terminal.answer("echo Password=secret-4");
            terminal.answer("echo '{\"password\": \"secret-5\"}'");
            terminal.press(TerminalSession.CTRL_D);
            terminal.awaitEnd();
        }
        Path history = jar.data().resolve("history");
        assertThat(history).content().contains("echo remembered").doesNotContain("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");

        try (TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.press(TerminalSession.UP);

            terminal.awaitLine("g! echo remembered"::equals);
        }
    }

    @Test
    void twoAtOnceKeepOneHistory() throws Exception {
        try (TerminalSession first = TerminalSession.start(jar);
                TerminalSession second = TerminalSession.start(jar)) {
            assertThat(second.text()).contains("will not last");
            first.answer("echo first");
            second.answer("echo second");
            first.answer("echo third");
            first.press(TerminalSession.CTRL_D);
            first.awaitEnd();
            second.press(TerminalSession.CTRL_D);
            second.awaitEnd();
        }
        assertThat(jar.data().resolve("history")).content().contains("echo first", "echo second", "echo third");
    }

    @Test
    void logsStayInTheirFile() throws Exception {
        try (TerminalSession terminal = TerminalSession.start(jar, "--log", "trace")) {
            terminal.answer("camera:photo mock photo.jpg");

            assertThat(terminal.text()).doesNotContain("DEBUG", "TRACE", "INFO");
        }
    }

    @Test
    void aStrayProfileInTheWorkingDirectoryIsNotRun() throws Exception {
        Files.createDirectories(jar.directory().resolve("etc"));
        Files.writeString(jar.directory().resolve("etc/gosh_profile"), "echo stray");
        try (TerminalSession terminal = TerminalSession.start(jar)) {
            assertThat(terminal.text()).doesNotContain("stray");
        }
    }
}
