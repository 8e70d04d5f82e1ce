// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A device file of a video device, as long as it is there: another one that is made later at the same place is not equal. Immutable.
 *
 * @param path where it is, such as {@code /dev/video0}
 * @param file what the file system tells it by
 */
public record DeviceNode(Path path, Object file) {
    private static final String PREFIX = "video";

    /**
     * The device files in a folder, by number.
     *
     * @throws IOException if the folder cannot be read at present, which does not tell that they are gone
     */
    static List<DeviceNode> in(Path folder) throws IOException {
        List<DeviceNode> nodes = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, entry -> isName(entry.getFileName()))) {
            files.forEach(path -> read(path).ifPresent(nodes::add));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        nodes.sort(Comparator.comparingInt(DeviceNode::number));
        return nodes;
    }

    private static Optional<DeviceNode> read(Path path) {
        try {
            Object file = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return Optional.of(new DeviceNode(path, Optional.ofNullable(file).orElse(path)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Whether a file of this name is a video device: {@code video} and a number. */
    static boolean isName(Path name) {
        return String.valueOf(name).matches(PREFIX + "\\d{1,9}");
    }

    private int number() {
        return Integer.parseInt(String.valueOf(path.getFileName()).substring(PREFIX.length()));
    }
}
