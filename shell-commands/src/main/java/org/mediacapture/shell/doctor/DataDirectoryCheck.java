// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mediacapture.diagnosis.Check;
import org.mediacapture.diagnosis.Finding;
import org.mediacapture.shell.burst.Room;

/**
 * The data directory of the program: room, and whether this process owns the configurations in it. Immutable.
 *
 * @param data where it is; empty where the framework has none, as embedded in another program
 * @param configurations where this process keeps its configurations, if that is told
 * @param room tells when a disk is full
 * @param processes where the system tells of processes and locks, {@code /proc} but for tests
 */
public record DataDirectoryCheck(Optional<Path> data, Optional<Path> configurations, Room room, Path processes)
        implements Check {
    private static final long NEEDED = 100_000_000;
    private static final double GIGABYTE = 1e9;
    private static final int PROCESS = 4;
    private static final int FILE = 5;

    @Override
    public String subject() {
        return "data directory";
    }

    @Override
    public List<Finding> findings() throws IOException {
        if (data.isEmpty()) {
            return List.of(Finding.ok("there is none: the framework that these bundles run in keeps what lasts"));
        }
        Path directory = data.get();
        List<Finding> findings = new ArrayList<>();
        findings.add(place(directory));
        boolean own = configurations
                .filter(path -> !path.startsWith(directory.resolve("config")))
                .isEmpty();
        findings.add(
                own
                        ? Finding.ok("this process owns the configurations: what camera:add adds lasts")
                        : Finding.note(
                                owner(directory.resolve("config.lock"))
                                        + " owns the configurations: this process works on a copy, and what it changes does not last",
                                "end that process and start this one again, or choose another directory with --data DIR"));
        return findings;
    }

    private Finding place(Path directory) {
        if (!Files.isWritable(directory)) {
            return Finding.problem(
                    directory + " is not writable",
                    "give it to the user of this program, or choose another: --data DIR");
        }
        long free = room.bytes(directory);
        if (free == 0) {
            return Finding.ok(directory + " is writable; how much room there is, the system does not tell");
        }
        String shown = directory + " has " + String.format(Locale.ROOT, "%.1f GB", free / GIGABYTE) + " free";
        return free < NEEDED
                ? Finding.problem(
                        shown,
                        "make room: native libraries are unpacked there, which needs 0.1 GB; or choose another: --data DIR")
                : Finding.ok(shown);
    }

    /** Linux lists locks with their process and file. */
    private String owner(Path lock) throws IOException {
        Path locks = processes.resolve("locks");
        if (!Files.isReadable(locks) || !Files.exists(lock)) {
            return "another process";
        }
        String inode = ":" + Files.getAttribute(lock, "unix:ino");
        try (Stream<String> lines = Files.lines(locks)) {
            return lines.map(line -> line.trim().split("\\s+"))
                    .filter(words -> words.length > FILE && words[FILE].endsWith(inode))
                    .filter(words -> words[PROCESS].matches("\\d+"))
                    .map(words -> new OpenFiles(processes).program(Long.parseLong(words[PROCESS])))
                    .findFirst()
                    .orElse("another process");
        }
    }
}
