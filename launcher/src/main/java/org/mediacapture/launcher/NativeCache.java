// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;

/**
 * The native libraries that JavaCPP unpacks from a library bundle. JavaCPP unpacks what is asked for into a directory of this
 * process, which begins with a second name (a hard link) of every library that an earlier process unpacked. At the end,
 * libraries that are new and equal to those in the bundle get a name in the shared directory. So no process ever sees half a
 * library of another, and the shared directory can be deleted at any time. A start costs one link for each library, and
 * nothing if none was ever unpacked. Confined to one thread at a time.
 */
final class NativeCache {
    /** Tells JavaCPP where to unpack. */
    static final String CACHE_PROPERTY = "org.bytedeco.javacpp.cachedir";

    private final Path shared;
    private final Path own;
    private final Path library;
    private boolean linked;

    /**
     * Makes the cache for one version of a library bundle.
     *
     * @param shared the directory for the libraries of exactly this bundle, which all processes share
     * @param own the directory of this process
     * @param library the bundle's file
     */
    NativeCache(Path shared, Path own, Path library) {
        this.shared = shared;
        this.own = own;
        this.library = library;
    }

    /**
     * Fills this process's directory with what is there already.
     *
     * @return the directory for JavaCPP
     */
    Path prepare() throws IOException {
        Files.createDirectories(own);
        Files.createDirectories(shared);
        try {
            Path probe = Files.createFile(own.resolve(".probe"));
            Files.createLink(own.resolve(".link"), probe);
            new DirectoryTree(shared).linkInto(own);
            linked = true;
            return own;
        } catch (UnsupportedOperationException | IOException e) {
            // No hard links on this file system: JavaCPP's own lock file, size and time have to do.
            return shared;
        }
    }

    /** Shares what this process unpacked. Called when nothing of the bundle runs any more. */
    void publish() throws IOException {
        if (!linked) {
            return;
        }
        Map<String, ZipEntry> entries = new HashMap<>();
        boolean added = false;
        try (JarFile jar = new JarFile(library.toFile())) {
            jar.stream().forEach(entry -> entries.put(fileName(entry.getName()), entry));
            for (Path file : new DirectoryTree(own).files()) {
                ZipEntry entry = entries.get(file.getFileName().toString());
                Path target = shared.resolve(own.relativize(file).toString());
                if (entry != null && !isSame(file, target) && isWhole(file, entry)) {
                    share(file, target);
                    added = true;
                }
            }
        }
        if (added) {
            deleteOthers();
        }
    }

    private static boolean isSame(Path file, Path target) throws IOException {
        return Files.exists(target) && Files.isSameFile(file, target);
    }

    private static boolean isWhole(Path file, ZipEntry entry) throws IOException {
        if (Files.size(file) != entry.getSize()) {
            return false;
        }
        try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getChecksum().getValue() == entry.getCrc();
        }
    }

    private void share(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path link = own.resolve(".sharing");
        Files.deleteIfExists(link);
        Files.createLink(link, file);
        Files.move(link, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Those of other versions; processes that use them have names of their own for them. */
    private void deleteOthers() throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(shared.getParent())) {
            for (Path child : children) {
                if (!child.equals(shared)) {
                    new DirectoryTree(child).delete();
                }
            }
        }
    }

    private static String fileName(String entry) {
        return entry.substring(entry.lastIndexOf('/') + 1);
    }
}
