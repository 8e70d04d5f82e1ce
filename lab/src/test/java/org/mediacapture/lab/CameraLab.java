// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The cameras of the virtual machine, by its commands {@code camera-lab} and {@code v4l2-ctl}: what is plugged in, plugging and
 * unplugging, and what V4L2's own tool says of a camera. Thread-safe.
 */
final class CameraLab {
    private static final long PATIENCE_SECONDS = LabFramework.PATIENCE.toSeconds();

    /** All nodes that are there. */
    List<VideoNode> nodes() {
        return run("camera-lab", "list").lines().map(VideoNode::parse).toList();
    }

    /** The node for pictures of the first camera of a driver. */
    VideoNode camera(String driver) {
        return nodes().stream()
                .filter(node -> node.capture() && node.driver().equals(driver))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No camera of " + driver + " is plugged in"));
    }

    /** Plugs a UVC camera into a port, 0 to 7, and answers its node for pictures. */
    VideoNode plug(int port, String serial) {
        String file =
                run("camera-lab", "uvc-plug", Integer.toString(port), serial).strip();
        return nodes().stream()
                .filter(node -> node.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(file + " is gone again"));
    }

    /** Pulls the UVC camera out of a port, also while it streams. */
    void unplug(int port) {
        run("camera-lab", "uvc-unplug", Integer.toString(port));
    }

    /** Kills the program that is the UVC camera in a port, as a camera dies that loses its power. */
    void kill(int port) {
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("uvc_camera.py") && line.endsWith(" " + port))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
        await("port " + port + " to be free")
                .atMost(LabFramework.PATIENCE)
                .until(() -> nodes().stream().noneMatch(node -> node.place().equals("port" + port)));
    }

    /** Waits until this program has no video device open, not even one that is gone, and no thread captures. */
    void awaitNothingOpen() {
        await("devices that are open: " + open() + ", threads: " + captures())
                .atMost(LabFramework.PATIENCE)
                .until(() -> open().isEmpty() && captures().isEmpty());
    }

    private static List<String> open() {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.map(CameraLab::target)
                    .filter(file -> file.startsWith("/dev/video"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    private static List<String> captures() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Stream.of(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().endsWith(".Capture")))
                .map(thread -> thread.getKey().getName())
                .toList();
    }

    /** Has the vivid camera do something: {@code unplug}, {@code plug}, {@code disconnect}. */
    void vivid(String what) {
        run("camera-lab", "vivid-" + what, "0");
    }

    /** Streams from a camera by another program; it is running when this returns. */
    Process stream(VideoNode node) throws IOException {
        Path output = Files.createTempFile("lab", ".txt");
        Process process = new ProcessBuilder("v4l2-ctl", "-d", node.file(), "--stream-mmap", "--stream-count=1000000")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        await("v4l2-ctl to stream")
                .atMost(LabFramework.PATIENCE)
                .until(() -> Files.readString(output, StandardCharsets.UTF_8).contains("<"));
        return process;
    }

    /** Sets controls, by V4L2's names. */
    void setControls(VideoNode node, Map<String, Integer> values) {
        for (Map.Entry<String, Integer> value : values.entrySet()) {
            v4l2(node, "--set-ctrl", value.getKey() + "=" + value.getValue());
        }
    }

    /** The value of a control, by V4L2's name. */
    int control(VideoNode node, String name) {
        String answer = v4l2(node, "--get-ctrl", name); // "auto_exposure: 1 (Manual Mode)"
        return Integer.parseInt(answer.replaceAll("(?s)^.*: *(-?\\d+).*$", "$1"));
    }

    /** What {@code v4l2-ctl} prints for these arguments. */
    String v4l2(VideoNode node, String... arguments) {
        return run(Stream.concat(Stream.of("v4l2-ctl", "-d", node.file()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    /** What a command of the virtual machine prints, which is started in the root of the project. */
    String call(String... command) {
        return run(command);
    }

    private static String run(String... command) {
        String called = String.join(" ", command);
        try {
            // A file, not a pipe: the camera that a command leaves behind would keep a pipe open.
            Path output = Files.createTempFile("lab", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(called + " took longer than " + PATIENCE_SECONDS + " s");
            }
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(called + " ended with " + process.exitValue() + ": " + printed.strip());
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during " + called, e);
        }
    }
}
