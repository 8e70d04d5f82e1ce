// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No command shows a user name, a password or a secret parameter of a network camera, and no log has one. */
class SecretCommandsTest {
    private static final List<String> SECRETS = List.of("viewer-7f", "pass-word-7f", "t0ken-7f");
    private static final List<String> COMMANDS = List.of(
            "devices --json",
            "providers --json",
            "tracks --json",
            "supported --json",
            "stats $t --json",
            "capabilities $t --json",
            "constraints $t --json",
            "settings $t --json",
            "settings --read $t --json",
            "photo-capabilities $t --json",
            "photo-settings $t --json",
            "photo $t a.jpg --json",
            "grab $t a.png --json",
            "watch --for 1 --json",
            "devices",
            "providers",
            "tracks");

    @TempDir
    Path directory;

    private ExecutableJar jar;
    private HttpServer camera;

    @BeforeEach
    void startCamera() throws IOException {
        jar = ExecutableJar.inside(directory);
        Files.writeString(jar.directory().resolve("door.password"), "pass-word-7f\n");
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR), "jpeg", jpeg);
        camera = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        camera.createContext("/photo.jpg", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
            exchange.sendResponseHeaders(200, jpeg.size());
            exchange.getResponseBody().write(jpeg.toByteArray());
            exchange.close();
        });
        camera.start();
    }

    @AfterEach
    void stopCamera() {
        camera.stop(0);
    }

    @Test
    void noCommandShowsOneOfACameraThatWorks() throws Exception {
        String all = COMMANDS.stream().map(command -> "camera:" + command).collect(Collectors.joining("; "));

        ProcessResult result = jar.commands(add("/photo.jpg") + "; t = camera:open door; " + all);

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("/photo.jpg").doesNotContain(SECRETS);
        assertThat(logs()).contains("door: added").doesNotContain(SECRETS);
    }

    @Test
    void noErrorShowsOneOfACameraThatDoesNot() throws Exception {
        ProcessResult result = jar.commands(add("/nothing") + "; camera:photo door a.jpg");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("NotReadableError", "404").doesNotContain(SECRETS);
        assertThat(result.out()).doesNotContain(SECRETS);
        assertThat(logs()).doesNotContain(SECRETS);
    }

    private String add(String path) {
        int port = camera.getAddress().getPort();
        return "camera:add 'http://127.0.0.1:" + port + path + "?token=t0ken-7f' name=door username=viewer-7f"
                + " password.file=door.password";
    }

    private String logs() throws IOException {
        try (Stream<Path> files = Files.walk(jar.data())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .map(SecretCommandsTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
