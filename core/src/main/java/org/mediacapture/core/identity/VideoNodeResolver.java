// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.identity;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which camera is behind a device file of Linux. Thread-safe.
 *
 * <p>The number of a device file says nothing: it goes to whoever comes first. What a camera says of itself says little: two of a
 * kind have the same name, vendor and product, mostly no serial number, and often the same one. What never lies is the port, so the
 * identity is the port together with vendor and product, since another camera may be plugged in there; for what is no USB device,
 * the place with the driver's name. Two equal cameras stay two, and each stays itself as long as it stays where it is.
 *
 * <p>A serial number is trusted before the port only while no other camera here has it: that camera stays itself in another port.
 * Since an identity must not change while the camera is there, the first port at which a number was seen keeps it when a second
 * camera with the same number comes, which then goes by its own port, as do all that come later.
 */
final class VideoNodeResolver implements IdentityResolver {
    private final Path root;
    private final Path sysfs;
    private final Map<String, String> holders = new HashMap<>(); // place by model and serial number; guarded by this
    private final Set<String> shared = new HashSet<>(); // numbers that two cameras had at once; guarded by this

    /**
     * Makes a resolver that has seen nothing.
     *
     * @param root the root of the file system, {@code /} but for tests
     */
    VideoNodeResolver(Path root) {
        this.root = root;
        this.sysfs = root.resolve("sys");
    }

    @Override
    public Optional<String> deviceAt(URI address) {
        try {
            Path file = root.resolve(path(address).replaceFirst("^/+", "")).toRealPath(); // through /dev/v4l/by-id
            Path entry = devices().resolve(String.valueOf(file.getFileName()));
            return Optional.of(identity(VideoNode.read(sysfs, entry)));
        } catch (IOException | InvalidPathException unknown) {
            return Optional.empty(); // it is not there, or this is not Linux
        }
    }

    private static String path(URI address) {
        return Optional.ofNullable(address.getPath()).orElse("");
    }

    private Path devices() {
        return sysfs.resolve("class").resolve("video4linux");
    }

    private String identity(VideoNode node) throws IOException {
        String what = "v4l2 " + claim(node);
        return (isKnownBySerial(node) ? what : what + " at " + node.place()) + " #" + node.function();
    }

    private static String claim(VideoNode node) {
        return node.serial().isEmpty() ? node.model() : node.model() + " serial " + node.serial();
    }

    private synchronized boolean isKnownBySerial(VideoNode node) throws IOException {
        String claim = claim(node);
        if (node.serial().isEmpty()) {
            return false;
        }
        if (node.place().equals(holders.get(claim))) {
            return true;
        }
        if (shared.contains(claim) || isElsewhere(node)) {
            shared.add(claim);
            return false;
        }
        holders.put(claim, node.place());
        return true;
    }

    /** Whether a camera with the same serial number is in another port. */
    private boolean isElsewhere(VideoNode node) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(devices())) {
            for (Path entry : entries) {
                if (isTwin(node, entry)) {
                    return true;
                }
            }
            return false;
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
    }

    private boolean isTwin(VideoNode node, Path entry) {
        try {
            VideoNode other = VideoNode.read(sysfs, entry);
            return claim(other).equals(claim(node)) && !other.place().equals(node.place());
        } catch (IOException gone) {
            return false;
        }
    }
}
