// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which programs have a device file open, as far as the system tells: those of other users are told to the superuser only.
 * Immutable.
 *
 * @param processes where the system tells of processes, {@code /proc} but for tests
 */
public record DeviceHolders(Path processes) {
    /**
     * The programs other than this one.
     *
     * @param device the device file
     * @return name and number of each, such as "cheese (process 4711)"
     */
    public List<String> of(Path device) {
        List<String> holders = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(processes, "[0-9]*")) {
            Path file = device.toRealPath();
            for (Path process : all) {
                if (!isThis(process) && holds(process, file)) {
                    holders.add(name(process) + " (process " + process.getFileName() + ")");
                }
            }
        } catch (IOException | DirectoryIteratorException untold) {
            return holders;
        }
        return holders;
    }

    private static boolean isThis(Path process) {
        return String.valueOf(process.getFileName())
                .equals(String.valueOf(ProcessHandle.current().pid()));
    }

    private static boolean holds(Path process, Path file) {
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            return files.anyMatch(open -> isLinkTo(open, file));
        } catch (IOException | RuntimeException untold) {
            return false; // it is another user's, or has ended
        }
    }

    private static boolean isLinkTo(Path open, Path file) {
        try {
            return Files.readSymbolicLink(open).equals(file);
        } catch (IOException gone) {
            return false;
        }
    }

    private static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException gone) {
            return "a program";
        }
    }
}
