// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mediacapture.provider.CameraException.Reason;

/** With files that are no cameras, which the kernel treats alike up to the driver. */
@EnabledOnOs(OS.LINUX)
class NativeDeviceFileTest {
    private static final Duration ENOUGH = Duration.ofSeconds(30);
    private static final int PAGE = 4096;
    private static final int ROUNDS = 5;

    @TempDir
    private Path folder;

    private Path file() throws IOException {
        return Files.write(folder.toRealPath().resolve("file"), new byte[2 * PAGE]);
    }

    /** Whether this process has a file open. */
    private static boolean isOpen(Path file) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.anyMatch(link -> leadsTo(link, file));
        }
    }

    private static boolean leadsTo(Path link, Path file) {
        try {
            return Files.readSymbolicLink(link).equals(file);
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void aFileThatIsNotThereIsLost() {
        assertThatThrownBy(() -> NativeDeviceFile.open(folder.resolve("missing").toString()))
                .hasMessage("no such device file (open)")
                .isInstanceOfSatisfying(
                        DeviceException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOST));
    }

    @Test
    void whatIsNoVideoDeviceSaysSo() throws Exception {
        try (DeviceFile file = NativeDeviceFile.open("/dev/null")) {
            assertThatThrownBy(() -> file.request(new Struct(Request.QUERYCAP)))
                    .hasMessage("is no video device (QUERYCAP)");
        }
    }

    @Test
    void aMappingOutlivesTheFile() throws Exception {
        Path path = file();
        DeviceFile.Mapping mapping;
        try (DeviceFile file = NativeDeviceFile.open(path.toString())) {
            mapping = file.map(PAGE, PAGE);
        }
        mapping.bytes().put(5, (byte) 42);

        assertThat(isOpen(path)).isFalse();
        assertThat(mapping.bytes().capacity()).isEqualTo(PAGE);
        assertThat(Files.readAllBytes(path)[PAGE + 5]).isEqualTo((byte) 42);
        mapping.unmap();
    }

    @Test
    void whatCannotBeMappedIsRefused() throws Exception {
        try (DeviceFile file = NativeDeviceFile.open(file().toString())) {
            assertThatThrownBy(() -> file.map(1, PAGE)).hasMessage("invalid argument (mmap)");
        }
    }

    @Test
    void aClosedFileIsGoneWhateverIsAsked() throws Exception {
        Path path = file();
        DeviceFile file = NativeDeviceFile.open(path.toString());
        assertThat(isOpen(path)).isTrue();

        file.close();
        file.close();

        assertThat(isOpen(path)).isFalse();
        assertThatThrownBy(() -> file.request(new Struct(Request.QUERYCAP))).hasMessageContaining("gone");
        assertThatThrownBy(() -> file.awaitFrame(0)).hasMessageContaining("gone");
        assertThatThrownBy(() -> file.map(0, PAGE)).hasMessageContaining("gone");
    }

    /** Else its number would go to the next file that is opened, and the request to that. */
    @Test
    void aFileThatIsClosedDuringARequestStaysOpenUntilTheRequestIsBack() throws Exception {
        Path pipe = folder.toRealPath().resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        DeviceFile file = NativeDeviceFile.open(pipe.toString());
        CompletableFuture<Boolean> waiting = new CompletableFuture<>();
        Thread waiter = new Thread(() -> {
            try {
                waiting.complete(file.awaitFrame((int) ENOUGH.toMillis()));
            } catch (DeviceException e) {
                waiting.completeExceptionally(e);
            }
        });
        waiter.start();
        Awaitility.await().atMost(ENOUGH).until(() -> isInPoll(waiter));

        file.close();
        assertThat(isOpen(pipe)).isTrue();
        Files.write(pipe, new byte[1]);

        assertThat(waiting.get()).isTrue();
        Awaitility.await().atMost(ENOUGH).until(() -> !isOpen(pipe));
    }

    private static boolean isInPoll(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length > 0 && stack[0].getMethodName().equals("poll");
    }

    /** The least of several rounds, since the first ones are not compiled yet. */
    @Test
    void waitingAllocatesNothing() throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        try (DeviceFile file = NativeDeviceFile.open("/dev/null")) {
            for (int round = 0; round < ROUNDS; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                wait(file);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
        }
        assertThat(least).isLessThan(1000);
    }

    private static void wait(DeviceFile file) throws DeviceException {
        for (int i = 0; i < 1000; i++) {
            file.awaitFrame(0);
        }
    }
}
