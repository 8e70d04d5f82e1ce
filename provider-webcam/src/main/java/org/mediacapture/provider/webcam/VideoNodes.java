// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The video devices of Linux, as sysfs and udev tell, without touching them. Thread-safe.
 *
 * <p>A USB camera has two nodes: one for pictures and one for their metadata. The natives take both for cameras, since each tells
 * what the whole device can do.
 */
final class VideoNodes {
    private static final String CAPABILITIES = "E:ID_V4L_CAPABILITIES=";

    private final Path root;

    /**
     * A view of a file system.
     *
     * @param root its root, {@code /} but for tests
     */
    VideoNodes(Path root) {
        this.root = root;
    }

    /** Whether the system has video devices of this kind at all. */
    boolean isLinux() {
        return Files.isDirectory(root.resolve("sys/class"));
    }

    /** What to wait for between two looks at the nodes. */
    DevicePause pause(Duration interval) {
        return isLinux() ? DevicePause.untilChangesIn(root.resolve("dev"), interval) : DevicePause.of(interval);
    }

    /** The nodes that deliver pictures, by number. */
    List<LocalCamera> capturing() {
        List<Path> nodes = new ArrayList<>();
        Path folder = root.resolve("sys/class/video4linux");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "video*")) {
            entries.forEach(nodes::add);
        } catch (IOException e) {
            return List.of(); // the last device went at this moment
        }
        return nodes.stream()
                .filter(node -> Files.exists(deviceFile(node))) // it goes a moment before its node does
                .filter(this::captures)
                .sorted(Comparator.comparingInt(VideoNodes::number))
                .map(this::camera)
                .toList();
    }

    private static int number(Path node) {
        String digits = node.getFileName().toString().replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    /** udev has asked the node itself; where it has not, the first node of a device is the one for pictures. */
    private boolean captures(Path node) {
        return text(node.resolve("dev"))
                .flatMap(numbers -> text(root.resolve("run/udev/data/c" + numbers)))
                .flatMap(data -> data.lines()
                        .filter(line -> line.startsWith(CAPABILITIES))
                        .findFirst())
                .map(line -> line.contains(":capture:"))
                .orElseGet(() -> text(node.resolve("index")).orElse("0").equals("0"));
    }

    private LocalCamera camera(Path node) {
        String file = node.getFileName().toString();
        String label =
                text(node.resolve("name")).filter(name -> !name.isEmpty()).orElse(file);
        return new LocalCamera("/dev/" + file, label, fingerprint(node, deviceFile(node)));
    }

    private Path deviceFile(Path node) {
        return root.resolve("dev").resolve(node.getFileName().toString());
    }

    /** A replugged device gets a new device file, also where everything else is as before. */
    private static String fingerprint(Path node, Path file) {
        try {
            return node.toRealPath() + " " + Files.getAttribute(file, "unix:ino");
        } catch (IOException | UnsupportedOperationException e) {
            return node.toString();
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
