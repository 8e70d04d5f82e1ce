// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;

/** The folder whose files File Install takes for configurations. Confined to one thread. */
final class WatchedFolder {
    private static final String MARK = "org.mediacapture.itest.mark";

    private final BundleContext context;
    private final ConfigurationAdmin configurations;
    private final Path folder = Path.of(System.getProperty("felix.fileinstall.dir"));

    WatchedFolder(BundleContext context, ConfigurationAdmin configurations) {
        this.context = context;
        this.configurations = configurations;
    }

    /** Puts a file there, whole, and does not wait. */
    void put(String name, String text) throws IOException {
        Files.createDirectories(folder);
        Path written = Files.writeString(folder.resolveSibling(name), text);
        Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes a file that has been taken, and does not wait. */
    void delete(String name) throws Exception {
        awaitIdle();
        Files.delete(folder.resolve(name));
    }

    /**
     * Waits until File Install has done all it does with the files that it has taken. When a configuration can be seen to work it
     * still is to be written back to its file, which would be made again were it deleted now, and the configuration of a file that
     * is gone by then is made read-only, so that it stays. Files are taken by one thread, and configurations told by one, so that
     * both are past the others when a file that came later has been told.
     */
    private void awaitIdle() throws Exception {
        String mark = UUID.randomUUID().toString();
        CountDownLatch told = new CountDownLatch(1);
        ConfigurationListener listener = event -> {
            if (event.getType() == ConfigurationEvent.CM_UPDATED && MARK.equals(event.getPid()) && isMarked(mark)) {
                told.countDown();
            }
        };
        ServiceRegistration<ConfigurationListener> listening =
                context.registerService(ConfigurationListener.class, listener, new Hashtable<>());
        try {
            put(MARK + ".cfg", "mark = " + mark + "\n");
            if (!told.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("File Install took no file within 30 s");
            }
        } finally {
            listening.unregister();
        }
    }

    private boolean isMarked(String mark) {
        try {
            Configuration[] marks = configurations.listConfigurations("(service.pid=" + MARK + ")");
            return Optional.ofNullable(marks).stream()
                    .flatMap(Arrays::stream)
                    .map(Configuration::getProperties)
                    .map((Dictionary<String, Object> properties) -> properties.get("mark"))
                    .anyMatch(mark::equals);
        } catch (IOException | InvalidSyntaxException failure) {
            throw new AssertionError(failure);
        }
    }
}
