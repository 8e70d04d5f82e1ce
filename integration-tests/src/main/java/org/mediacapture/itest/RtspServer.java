// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * GStreamer's RTSP server, which can be stopped in its tracks. Where its packages are missing the test is skipped, unless
 * MEDIACAPTURE_SERVERS is "required". Confined to the test's thread.
 */
final class RtspServer implements AutoCloseable {
    private static final int PACKAGES_MISSING = 69;

    private final Path directory;
    private Process process;
    private URI url;

    private RtspServer(Path directory) {
        this.directory = directory;
    }

    static RtspServer start(Path directory) throws Exception {
        RtspServer server = new RtspServer(directory);
        server.start("0");
        return server;
    }

    private void start(String port) throws Exception {
        Path script = Path.of(System.getProperty("mediacapture.servers"), "start-rtsp");
        Path errors = directory.resolve("errors.log");
        ProcessBuilder builder =
                new ProcessBuilder(script.toString(), directory.toString()).redirectError(errors.toFile());
        builder.environment().put("RTSP_PORT", port);
        process = builder.start();
        BufferedReader output = process.inputReader();
        Optional<String> ready = Optional.ofNullable(output.readLine());
        boolean required = "required".equals(System.getenv("MEDIACAPTURE_SERVERS"));
        assumeTrue(
                required || ready.isPresent() || process.waitFor() != PACKAGES_MISSING,
                () -> "packages of the RTSP server are missing");
        url = URI.create(ready.orElseThrow(() -> new AssertionError("The server ended: " + text(errors))));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    String url() {
        return url.toString();
    }

    /** Sends nothing more, with its sockets open. */
    void freeze() throws Exception {
        signal("STOP");
    }

    void thaw() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        int status = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new AssertionError("kill -" + name + " ended with " + status);
        }
    }

    void kill() throws Exception {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again at the same port. */
    void startAgain() throws Exception {
        start(String.valueOf(url.getPort()));
    }

    @Override
    public void close() throws Exception {
        kill();
    }
}
