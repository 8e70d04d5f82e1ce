// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The one directory for everything that a process of mediacapture leaves on the disk. Immutable.
 *
 * @param root the directory, absolute
 */
record DataDirectory(Path root) {
    /** The environment variable that names the directory where no option does. */
    static final String VARIABLE = "MEDIACAPTURE_DATA";

    private static final String NAME = "mediacapture";

    /**
     * Finds the directory: the option, else the variable, else the platform's usual place.
     *
     * @param option what the command line says
     * @param environment the environment variables
     * @param properties the system properties {@code os.name} and {@code user.home}
     */
    static DataDirectory locate(
            Optional<Path> option, Map<String, String> environment, Map<String, String> properties) {
        Path path = option.or(() -> variable(environment, VARIABLE)).orElseGet(() -> usual(environment, properties));
        return new DataDirectory(path.toAbsolutePath().normalize());
    }

    private static Path usual(Map<String, String> environment, Map<String, String> properties) {
        Path home = Path.of(properties.getOrDefault("user.home", "."));
        String system = properties.getOrDefault("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(NAME);
        }
        if (system.startsWith("windows")) {
            return variable(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve(NAME);
        }
        return variable(environment, "XDG_DATA_HOME")
                .filter(Path::isAbsolute) // the XDG specification: a relative one is to be ignored
                .orElse(home.resolve(".local").resolve("share"))
                .resolve(NAME);
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /**
     * Makes the directory; where the file system knows owners, only ours may read it, since configurations hold passwords.
     *
     * @throws LaunchException if it cannot be made or written
     */
    void create() throws LaunchException {
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root.toAbsolutePath().getParent());
                Files.createDirectories(root, privately("rwx------"));
            }
            if (!Files.isWritable(root)) {
                throw new IOException("not writable");
            }
        } catch (IOException e) {
            throw new LaunchException(
                    "cannot use the data directory " + root + " (" + e + "): choose another with --data DIR or the"
                            + " variable " + VARIABLE,
                    e);
        }
    }

    /** These permissions, where the file system knows any. */
    private static FileAttribute<?>[] privately(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Configurations, as Config Admin stores them. */
    Path configuration() {
        return root.resolve("config");
    }

    /** Locked by the process that owns {@link #configuration()}. */
    Path configurationLock() {
        return root.resolve("config.lock");
    }

    /** The bundles of the executable jar, unpacked once per content. */
    Path bundles() {
        return root.resolve("bundles");
    }

    /** Native libraries, unpacked once per version. */
    Path natives() {
        return root.resolve("natives");
    }

    /** One directory for each running process. */
    Path processes() {
        return root.resolve("run");
    }

    /**
     * The file with what was typed into interactive shells; it is made, so that only its owner may read it.
     *
     * @throws IOException if it cannot be made
     */
    Path privateHistory() throws IOException {
        Path history = root.resolve("history");
        try {
            Files.createFile(history, privately("rw-------"));
        } catch (FileAlreadyExistsException e) {
            return history; // of an earlier process, or just made by another
        }
        return history;
    }

    /** Log files. */
    Path logs() {
        return root.resolve("logs");
    }

    /** The log file that is written now. */
    Path logFile() {
        return logs().resolve("mediacapture.0.log");
    }
}
