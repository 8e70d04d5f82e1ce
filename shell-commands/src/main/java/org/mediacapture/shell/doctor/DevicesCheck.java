// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mediacapture.diagnosis.Check;
import org.mediacapture.diagnosis.Finding;

/**
 * Which video devices this computer has (Linux), who may open them, and who has. Immutable.
 *
 * @param system where the system's own files are, {@code /} but for tests
 * @param accessible whether the user of this program may open a device file
 */
public record DevicesCheck(Path system, Predicate<Path> accessible) implements Check {
    /** Makes a check of this computer. */
    public DevicesCheck() {
        this(Path.of("/"), file -> Files.isReadable(file) && Files.isWritable(file));
    }

    @Override
    public String subject() {
        return "devices";
    }

    @Override
    public List<Finding> findings() throws IOException {
        List<Path> known = known();
        if (known.isEmpty()) {
            return List.of(Finding.note(
                    "the system knows no video device",
                    "if a camera is plugged in, look whether lsusb lists it and whether its driver is loaded (uvcvideo of most);"
                            + " network cameras need none"));
        }
        List<Finding> findings = new ArrayList<>();
        for (Path device : known) {
            findings.add(finding(device));
        }
        return findings;
    }

    /** The first node of each device: further ones carry no pictures. */
    private List<Path> known() throws IOException {
        Path folder = system.resolve("sys/class/video4linux");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("video"))
                    .filter(file -> text(file.resolve("index"), "0").equals("0"))
                    .sorted(Comparator.comparing((Path file) -> file.toString().length())
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private Finding finding(Path device) throws IOException {
        Path node = system.resolve("dev").resolve(device.getFileName().toString());
        String shown = "/dev/" + device.getFileName() + " (" + text(device.resolve("name"), "without a name") + ")";
        if (!Files.exists(node)) {
            return Finding.problem(
                    shown + " has no device file",
                    "if this is a container, hand the device in, as with --device " + node
                            + "; otherwise udev has not made it");
        }
        if (!accessible.test(node)) {
            String user = System.getProperty("user.name", "?");
            String group = Files.readAttributes(node, PosixFileAttributes.class)
                    .group()
                    .getName();
            return Finding.problem(
                    shown + " may not be opened by " + user,
                    "sudo usermod -aG " + group + " " + user + ", then log in again; a service: SupplementaryGroups="
                            + group);
        }
        List<String> holders = new OpenFiles(system.resolve("proc")).holders(node);
        return holders.isEmpty()
                ? Finding.ok(shown + " is free for this program")
                : Finding.problem(
                        shown + " is open in " + String.join(" and ", holders),
                        "while it takes pictures nobody else can: end it if the camera cannot be opened");
    }

    private static String text(Path file, String otherwise) {
        try {
            return Files.readString(file).strip();
        } catch (IOException untold) {
            return otherwise;
        }
    }
}
