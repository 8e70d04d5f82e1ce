// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A server of other make, started by a script of {@code integration-tests/servers}. Where its Debian packages are missing the
 * test is skipped with their names, unless MEDIACAPTURE_SERVERS is "required".
 */
final class ServerProcess implements AutoCloseable {
    private static final Path SCRIPTS = Path.of(System.getProperty("mediacapture.servers"));
    private static final int PACKAGES_MISSING = 69;

    private final Process process;
    private final URI url;

    private ServerProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts a server with its files in a directory and waits for the line with its URL. */
    static ServerProcess start(String script, Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Path errors = directory.resolve("errors.log");
        Process process = new ProcessBuilder(SCRIPTS.resolve(script).toString(), directory.toString())
                .redirectError(errors.toFile())
                .start();
        BufferedReader output = process.inputReader();
        Optional<String> ready = Optional.ofNullable(output.readLine());
        if (ready.isEmpty()) {
            checkPackages(process.waitFor(), Files.readString(errors));
        }
        return new ServerProcess(process, URI.create(ready.orElseThrow()));
    }

    /** Runs one of the scripts to its end. */
    static void run(String script, Path... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(script).toString()));
        Arrays.stream(arguments).map(Path::toString).forEach(command::add);
        Path errors = Files.createTempFile("mediacapture-server", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(errors.toFile())
                    .start();
            int status = process.waitFor();
            if (status != 0) {
                checkPackages(status, Files.readString(errors));
            }
        } finally {
            Files.delete(errors);
        }
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while a server ended", interrupted));
        }
    }

    private static void checkPackages(int status, String errors) {
        boolean required = "required".equals(System.getenv("MEDIACAPTURE_SERVERS"));
        assumeTrue(required || status != PACKAGES_MISSING, errors);
        throw new AssertionError("The server ended with status " + status + ": " + errors);
    }
}
