// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where Config Admin keeps its files: the data directory's own if this process is the first, else a copy of it, whose changes
 * end with the process. Confined to one thread at a time; closing gives the directory to the next.
 */
final class ConfigurationStore implements AutoCloseable {
    private static final int ATTEMPTS = 20;

    private final Path path;
    private final Locks locks;
    private final boolean lasting;

    private ConfigurationStore(Path path, Locks locks, boolean lasting) {
        this.path = path;
        this.locks = locks;
        this.lasting = lasting;
    }

    /**
     * Takes the configurations, or copies them if another process has them.
     *
     * @param copy where to put the copy, if one is needed
     */
    static ConfigurationStore open(DataDirectory data, Path copy) throws IOException {
        Files.createDirectories(data.configuration());
        Locks locks = new Locks(data.configurationLock());
        if (locks.tryLock(0).isPresent()) {
            return new ConfigurationStore(data.configuration(), locks, true);
        }
        snapshot(data.configuration(), copy);
        return new ConfigurationStore(copy, locks, false);
    }

    /** Copies until nothing changed meanwhile: the owner replaces a file by deleting and renaming. */
    private static void snapshot(Path source, Path copy) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<Path, FileTime> before = state(source);
            new DirectoryTree(copy).delete();
            Files.createDirectories(copy);
            if (copyAll(before, source, copy) && before.equals(state(source))) {
                return;
            }
        }
    }

    private static boolean copyAll(Map<Path, FileTime> files, Path source, Path copy) throws IOException {
        for (Path file : files.keySet()) {
            Path target = copy.resolve(source.relativize(file).toString());
            Files.createDirectories(target.getParent());
            try {
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            } catch (NoSuchFileException e) {
                return false; // just being replaced
            }
        }
        return true;
    }

    private static Map<Path, FileTime> state(Path directory) throws IOException {
        Map<Path, FileTime> state = new TreeMap<>();
        for (Path file : new DirectoryTree(directory).files()) {
            try {
                state.put(file, Files.getLastModifiedTime(file));
            } catch (NoSuchFileException e) {
                state.put(file, FileTime.fromMillis(0)); // differs from any later state, so that the copy is repeated
            }
        }
        return state;
    }

    /** The directory for Config Admin. */
    Path path() {
        return path;
    }

    /** Whether changes outlast the process. */
    boolean lasting() {
        return lasting;
    }

    @Override
    public void close() throws IOException {
        locks.close();
    }
}
