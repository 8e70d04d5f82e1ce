// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A running process of the executable jar. Confined to the test's thread. Closing kills it if it still runs. */
public final class RunningJar implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90); // on a loaded machine

    private final Process process;
    private final Path out;
    private final Path err;
    private final Writer in;

    RunningJar(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
        this.in = process.outputWriter();
    }

    /** Types a line. */
    public void type(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }

    /** Ends standard input. */
    public void endInput() throws IOException {
        in.close();
    }

    /** Waits until standard output has a text. */
    public void awaitOutput(String text) {
        await().atMost(PATIENCE).until(() -> out().contains(text) || !process.isAlive());
        assertThat(out()).withFailMessage(this::describe).contains(text);
    }

    /** Asks it to end, as Ctrl-C does. */
    public void interrupt() {
        process.destroy();
    }

    /** Kills it, so that it can do nothing more. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Waits for its end. */
    public ProcessResult awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .withFailMessage(() -> "still runs: " + describe())
                .isTrue();
        return new ProcessResult(process.exitValue(), out(), err());
    }

    /** What it has printed to standard output until now. */
    public String out() {
        return read(out);
    }

    /** What it has printed to standard error until now, without the JVM's own warnings about what libraries use. */
    public String err() {
        return read(err)
                .lines()
                .filter(line -> !line.startsWith("WARNING: "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    private String describe() {
        return "stdout: " + out() + "\nstderr: " + err();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
