// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

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
 * Which programs have a file open, as far as the system tells: those of other users are told to the superuser only. Immutable.
 *
 * @param processes where the system tells of processes, {@code /proc} but for tests
 */
record OpenFiles(Path processes) {
    /** The programs other than this one, such as "cheese (process 4711)". */
    List<String> holders(Path file) throws IOException {
        List<String> holders = new ArrayList<>();
        Path real = file.toRealPath();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(processes, "[0-9]*")) {
            for (Path process : all) {
                if (!isThis(process) && holds(process, real)) {
                    holders.add(program(process));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return holders;
    }

    /** A program by its number. */
    String program(long process) {
        return program(processes.resolve(Long.toString(process)));
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

    private static String program(Path process) {
        String number = "process " + process.getFileName();
        try {
            return Files.readString(process.resolve("comm"), StandardCharsets.UTF_8)
                            .strip() + " (" + number + ")";
        } catch (IOException gone) {
            return number;
        }
    }
}
