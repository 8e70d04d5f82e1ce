// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that video devices come and go in a folder, by the events of the file system, on a thread of its own. Thread-safe.
 *
 * <p>Only that files come and go is watched: every byte that anybody writes to {@code /dev/null} is an event of its folder too. A
 * device file is there a moment before its users may open it; then it is looked for again, a few times.
 */
public final class DeviceFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceFolder.class);

    /** Doubled from look to look. Together they are some seconds, which a slow system takes to set permissions. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final int MOST_REPEATS = 7;
    private static final Duration STOP_TIME = Duration.ofSeconds(2);

    private final Path folder;
    private final Listener listener;
    private final WatchService events;
    private final Thread thread;
    private int repeats;

    private DeviceFolder(Path folder, Listener listener, WatchService events) {
        this.folder = folder;
        this.listener = listener;
        this.events = events;
        thread = new Thread(this::run, "mediacapture-javacv-devices");
        thread.setDaemon(true);
    }

    /**
     * Begins to watch. The listener is told what is there at once, and after each change, on the folder's thread.
     *
     * @param folder {@code /dev} but for tests
     * @param listener told of the devices
     * @throws IOException if the folder cannot be watched, as where the system has no watch left
     */
    public static DeviceFolder watch(Path folder, Listener listener) throws IOException {
        WatchService events = folder.getFileSystem().newWatchService();
        try {
            folder.register(events, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException e) {
            events.close();
            throw e;
        }
        DeviceFolder watched = new DeviceFolder(folder, listener, events);
        watched.thread.start();
        return watched;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean complete = look();
                repeats = complete ? 0 : repeats + 1;
                awaitChange(complete || repeats > MOST_REPEATS);
            }
        } catch (ClosedWatchServiceException | InterruptedException over) {
            LOG.debug("{} is watched no longer", folder);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} can be watched no longer", folder, e);
        }
    }

    private boolean look() {
        try {
            return listener.devices(DeviceNode.in(folder));
        } catch (IOException e) {
            LOG.debug("{} cannot be read: {}", folder, e.toString()); // as where all descriptors are in use
            return false;
        }
    }

    private void awaitChange(boolean complete) throws InterruptedException {
        Optional<WatchKey> changed;
        do {
            changed = complete
                    ? Optional.of(events.take())
                    : Optional.ofNullable(events.poll(FIRST_PAUSE.toMillis() << repeats - 1, TimeUnit.MILLISECONDS));
        } while (changed.isPresent() && !concernsVideo(changed.get()));
        if (changed.isPresent()) {
            repeats = 0;
        }
    }

    private static boolean concernsVideo(WatchKey changed) {
        List<WatchEvent<?>> happened = changed.pollEvents();
        changed.reset();
        return happened.stream()
                .anyMatch(event -> event.kind() == StandardWatchEventKinds.OVERFLOW
                        || event.context() instanceof Path name && DeviceNode.isName(name));
    }

    /** Watches no longer, and waits a little for the listener. Idempotent. */
    @Override
    public void close() {
        try {
            events.close();
            if (Thread.currentThread() != thread) {
                thread.join(STOP_TIME.toMillis());
            }
        } catch (IOException e) {
            LOG.debug("{}: {}", folder, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Told which devices there are. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Told of all devices that are there.
         *
         * @param there the device files, by number
         * @return false to be told again in a moment, since one of them cannot be opened yet
         */
        boolean devices(List<DeviceNode> there);
    }
}
