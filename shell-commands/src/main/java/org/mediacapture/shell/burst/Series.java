// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.burst;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mediacapture.shell.camera.PictureFile;

/**
 * Numbered files: the number stands before the ending of the name, so that {@code door.jpg} gives {@code door-0001.jpg}.
 * Immutable.
 *
 * @param directory where relative names begin
 * @param stem the name as typed, up to the number
 * @param ending what stands behind the number, with its dot, or ""
 */
public record Series(Path directory, String stem, String ending) {
    private static final Pattern NUMBER = Pattern.compile("\\d{4,9}");

    /**
     * The series of a name.
     *
     * @param directory where relative names begin
     * @param file a name as typed, perhaps with directories before it
     * @return its series
     */
    public static Series of(Path directory, String file) {
        int name = file.lastIndexOf('/') + 1;
        int dot = file.lastIndexOf('.');
        int end = dot > name ? dot : file.length(); // .photo is hidden, and has no ending
        return new Series(directory, file.substring(0, end) + "-", file.substring(end));
    }

    /**
     * The name of a file of the series.
     *
     * @param number from 1 on
     * @return the name as it would be typed
     */
    public String name(int number) {
        return stem + String.format(Locale.ROOT, "%04d", number) + ending;
    }

    /**
     * A file of the series.
     *
     * @param number from 1 on
     * @return the file
     * @throws IllegalArgumentException if it cannot be written
     */
    public PictureFile file(int number) {
        return PictureFile.in(directory, name(number));
    }

    /**
     * The highest number for which there is a file.
     *
     * @return the number, 0 if there is none
     * @throws IOException if the directory cannot be read
     */
    public int highest() throws IOException {
        Path first = file(1).path();
        String before = first.getFileName().toString();
        before = before.substring(0, before.length() - name(1).length() + stem.length());
        try (Stream<Path> files = Files.list(first.getParent())) {
            String prefix = before;
            return files.map(file -> number(prefix, file.getFileName().toString()))
                    .flatMap(Optional::stream)
                    .max(Integer::compare)
                    .orElse(0);
        }
    }

    private Optional<Integer> number(String prefix, String name) {
        if (name.length() <= prefix.length() + ending.length() || !name.startsWith(prefix) || !name.endsWith(ending)) {
            return Optional.empty();
        }
        Matcher digits = NUMBER.matcher(name.substring(prefix.length(), name.length() - ending.length()));
        return digits.matches() ? Optional.of(Integer.valueOf(digits.group())) : Optional.empty();
    }
}
