// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;

/**
 * The executable jar at a terminal, as a person has it: keys go in, and what they would see is on a screen. The terminal is a
 * pseudo-terminal of the system, the screen is drawn by an emulator. Confined to the test's thread. Closing kills the process
 * if it still runs.
 */
final class TerminalSession implements AutoCloseable {
    static final String TAB = "\t";
    static final String ENTER = "\r";
    static final String CTRL_C = "\u0003";
    static final String CTRL_D = "\u0004";
    static final String CTRL_U = "\u0015";
    static final String CTRL_Z = "\u001a";
    static final String UP = "\u001bOA"; // as in the mode for editors, which the console switches on

    private static final String PROMPT = "g!";
    private static final int ROWS = 120; // so many that nothing scrolls away
    private static final int COLUMNS = 250; // so many that nothing wraps
    private static final Duration PATIENCE = Duration.ofSeconds(90); // on a loaded machine
    private static final Duration CTRL_C_INTERVAL = Duration.ofSeconds(5);

    private final Pty pty;
    private final ScreenTerminal screen;
    private final Consumer<String> watcher;
    private final Writer keyboard;
    private final String before;
    private final Process process;

    private TerminalSession(
            Pty pty, ScreenTerminal screen, Consumer<String> watcher, ExecutableJar jar, List<String> arguments)
            throws IOException {
        this.pty = pty;
        this.screen = screen;
        this.watcher = watcher;
        keyboard = new OutputStreamWriter(pty.getMasterOutput(), StandardCharsets.UTF_8);
        before = pty.getAttr().toString();
        Thread painter = new Thread(this::paint, "screen");
        painter.setDaemon(true);
        painter.start();
        // Whoever runs the tests in the background of a script has them ignore Ctrl-C, and all that they start.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal", "setsid", "--ctty"));
        command.addAll(jar.command(arguments));
        Path device = Path.of(((JniNativePty) pty).getName());
        ProcessBuilder builder = jar.process(command)
                .redirectInput(device.toFile())
                .redirectOutput(device.toFile())
                .redirectError(device.toFile());
        builder.environment().put("TERM", "xterm-256color");
        process = builder.start();
    }

    /** Starts the jar, and waits for its first prompt. */
    static TerminalSession start(ExecutableJar jar, String... arguments) throws IOException {
        return start(jar, new Size(COLUMNS, ROWS), List.of(arguments));
    }

    /** The same at a terminal that does not know its size, as a serial line. */
    static TerminalSession startWithoutSize(ExecutableJar jar) throws IOException {
        return start(jar, new Size(0, 0), List.of());
    }

    /** The same at a terminal of the size that people have, all of whose output is watched. */
    static TerminalSession start(ExecutableJar jar, ScreenTerminal screen, Size size, Consumer<String> watcher)
            throws IOException {
        return start(new TerminalSession(new JniTerminalProvider().open(null, size), screen, watcher, jar, List.of()));
    }

    private static TerminalSession start(ExecutableJar jar, Size size, List<String> arguments) throws IOException {
        ScreenTerminal screen = new ScreenTerminal(COLUMNS, ROWS);
        return start(
                new TerminalSession(new JniTerminalProvider().open(null, size), screen, output -> {}, jar, arguments));
    }

    private static TerminalSession start(TerminalSession session) {
        session.awaitPrompt();
        return session;
    }

    /** Types keys. */
    void press(String keys) throws IOException {
        keyboard.write(keys);
        keyboard.flush();
    }

    /** Types text at the prompt, and waits until it stands there. */
    void type(String text) throws IOException {
        press(text);
        awaitLine(line -> line.equals(PROMPT + " " + text.stripTrailing()));
    }

    /**
     * Types a line and waits for the next prompt.
     *
     * @return what was printed between the two
     */
    String answer(String line) throws IOException {
        int typed = screen().size() - 1;
        type(line);
        press(ENTER);
        awaitPrompt();
        List<String> lines = screen();
        return String.join("\n", lines.subList(typed + 1, lines.size() - 1)).strip();
    }

    /**
     * Presses Ctrl-C until there is a prompt: a command may not have begun when the first comes. Rarely, since one that comes late
     * takes away what is typed next.
     */
    void interrupt() throws IOException {
        AtomicLong next = new AtomicLong(System.nanoTime());
        await().alias("prompt after Ctrl-C")
                .atMost(PATIENCE)
                .failFast("the process has ended", () -> !process.isAlive())
                .untilAsserted(() -> {
                    String line = lastLine();
                    if (!line.equals(PROMPT) && System.nanoTime() - next.get() >= 0) {
                        press(CTRL_C);
                        next.addAndGet(CTRL_C_INTERVAL.toNanos());
                    }
                    assertThat(line).withFailMessage(this::text).isEqualTo(PROMPT);
                });
        await().atMost(PATIENCE).until(() -> {
            if (lastLine().equals(PROMPT)) {
                press("#");
            }
            return lastLine().startsWith(PROMPT + " #");
        });
        press(CTRL_U);
        awaitPrompt();
    }

    /** Waits for a prompt at which nothing is typed yet. */
    void awaitPrompt() {
        awaitLine(PROMPT::equals);
    }

    /** Waits until the last line on the screen is as wanted. */
    void awaitLine(Predicate<String> wanted) {
        await().alias("last line on the screen")
                .atMost(PATIENCE)
                .failFast("the process has ended: " + text(), () -> !process.isAlive())
                .untilAsserted(
                        () -> assertThat(lastLine()).withFailMessage(this::text).matches(wanted));
    }

    /** Waits until a text is on the screen. */
    void awaitText(String text) {
        awaitText(shown -> shown.contains(text));
    }

    /** Waits until all that is on the screen is as wanted. */
    void awaitText(Predicate<String> wanted) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(text()).matches(wanted));
    }

    /** Makes the terminal another number of columns wide. */
    void resize(int columns) throws IOException {
        pty.setSize(new Size(columns, ROWS));
    }

    /** Asks the process to end. */
    void terminate() {
        process.destroy();
    }

    /** Waits for the end, and checks that the terminal is as it was before. */
    int awaitEnd() throws IOException, InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .withFailMessage(() -> "still runs: " + text())
                .isTrue();
        assertThat(pty.getAttr()).hasToString(before);
        return process.exitValue();
    }

    /** All that is on the screen. */
    String text() {
        return String.join("\n", screen());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        pty.close();
    }

    private String lastLine() {
        List<String> lines = screen();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    /** The lines on the screen, without the empty ones at its end. */
    private List<String> screen() {
        List<String> lines = new ArrayList<>(
                screen.toString().lines().map(String::stripTrailing).toList());
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private void paint() {
        try (Reader output = new InputStreamReader(pty.getMasterInput(), StandardCharsets.UTF_8)) {
            char[] text = new char[1024];
            for (int length = output.read(text); length >= 0; length = output.read(text)) {
                String drawn = new String(text, 0, length);
                screen.write(drawn);
                watcher.accept(drawn);
            }
        } catch (IOException e) {
            return; // the terminal was closed
        }
    }
}
