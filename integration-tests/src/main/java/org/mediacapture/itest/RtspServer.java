// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
        return start(directory, Map.of());
    }

    /** Starts one of another size, or that wants a login; servers/README.md tells the variables. */
    static RtspServer start(Path directory, Map<String, String> variables) throws Exception {
        RtspServer server = new RtspServer(directory);
        server.start("0", variables);
        return server;
    }

    private void start(String port, Map<String, String> variables) throws Exception {
        Path script = Path.of(System.getProperty("mediacapture.servers"), "start-rtsp");
        Path errors = directory.resolve("errors.log");
        ProcessBuilder builder =
                new ProcessBuilder(script.toString(), directory.toString()).redirectError(errors.toFile());
        builder.environment().putAll(variables);
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

    /** The camera that sends H.264. */
    String url() {
        return url.toString();
    }

    /** What it has at another path. */
    String url(String path) {
        return url.resolve(path).toString();
    }

    /** Sends pictures of half the width and height from now on, in mid-stream. */
    void halve() throws Exception {
        signal("USR1");
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
        startAgain(Map.of());
    }

    /** Starts it again at the same port, with other variables. */
    void startAgain(Map<String, String> variables) throws Exception {
        start(String.valueOf(url.getPort()), variables);
    }

    @Override
    public void close() throws Exception {
        kill();
    }
}
