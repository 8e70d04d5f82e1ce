// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * The bundles of the executable jar as files, so that the framework reads them in place. They are unpacked once for each
 * content of the jar and renamed into place when complete. A process uses them under names of its own (hard links), so
 * that those of another version of the jar can be deleted at any time. Confined to one thread.
 */
final class BundleStore {
    private static final String FOLDER = "bundles/";
    private static final int ATTEMPTS = 3;

    private final Path store;
    private final ProcessDirectory own;

    BundleStore(Path store, ProcessDirectory own) {
        this.store = store;
        this.own = own;
    }

    /** Provides the bundles in the folder {@code bundles} of a jar. */
    List<BundleFile> unpack(Path jar) throws IOException {
        Files.createDirectories(store);
        try (JarFile file = new JarFile(jar.toFile())) {
            List<ZipEntry> entries = file.stream()
                    .filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory())
                    .map(ZipEntry.class::cast)
                    .toList();
            Path directory = provide(file, entries);
            return entries.stream()
                    .map(entry -> new BundleFile(directory.resolve(name(entry)), Long.toHexString(entry.getCrc())))
                    .toList();
        }
    }

    private Path provide(JarFile jar, List<ZipEntry> entries) throws IOException {
        Path shared = store.resolve(contentId(entries));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            boolean renew = !isComplete(shared, entries);
            if (renew) {
                renew(shared, jar, entries, attempt);
            }
            Path links = own.resolve("bundles-" + attempt);
            try {
                Files.createDirectories(links);
                new DirectoryTree(shared).linkInto(links);
            } catch (UnsupportedOperationException | IOException e) {
                // No hard links here, or another version of the jar has just deleted these files.
                if (isComplete(shared, entries)) {
                    return shared;
                }
            }
            if (isComplete(links, entries)) {
                if (renew) {
                    deleteOthers(shared);
                }
                return links;
            }
        }
        Path unshared = own.resolve("bundles");
        extract(jar, entries, unshared);
        return unshared;
    }

    private void renew(Path shared, JarFile jar, List<ZipEntry> entries, int attempt) throws IOException {
        Path complete = own.resolve("unpacked");
        extract(jar, entries, complete);
        if (Files.exists(shared)) {
            Files.move(shared, own.resolve("incomplete-" + attempt), StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(complete, shared, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!isComplete(shared, entries)) { // otherwise another process was faster
                throw e;
            }
        }
    }

    private void deleteOthers(Path shared) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(store)) {
            for (Path child : children) {
                if (!child.equals(shared)) {
                    new DirectoryTree(child).delete();
                }
            }
        }
    }

    private static void extract(JarFile jar, List<ZipEntry> entries, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (ZipEntry entry : entries) {
            try (InputStream in = jar.getInputStream(entry)) {
                Files.copy(in, directory.resolve(name(entry)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean isComplete(Path directory, List<ZipEntry> entries) throws IOException {
        for (ZipEntry entry : entries) {
            Path file = directory.resolve(name(entry));
            if (!Files.isRegularFile(file) || Files.size(file) != entry.getSize()) {
                return false;
            }
        }
        return true;
    }

    /** Names the content by names, sizes and check sums, which the jar's directory has: nothing is read. */
    private static String contentId(List<ZipEntry> entries) {
        CRC32 sum = new CRC32();
        long size = 0;
        for (ZipEntry entry : entries) {
            String line = entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc() + '\n';
            sum.update(line.getBytes(StandardCharsets.UTF_8));
            size += entry.getSize();
        }
        return Long.toHexString(size) + '-' + Long.toHexString(sum.getValue());
    }

    private static String name(ZipEntry entry) {
        return entry.getName().substring(FOLDER.length());
    }
}
