// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pause between two looks for local cameras: until a device file comes or goes, as the file system tells; where there are no
 * device files, or they cannot be watched, for a while. Confined to the discovery thread, but for {@link #close()}.
 */
final class DevicePause implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DevicePause.class);

    private final Duration interval;
    private final Interruption interruption = new Interruption();
    private final Optional<WatchService> events;

    private DevicePause(Duration interval, Optional<WatchService> events) {
        this.interval = interval;
        this.events = events;
    }

    /** Pauses of one length. */
    static DevicePause of(Duration interval) {
        return new DevicePause(interval, Optional.empty());
    }

    /**
     * Pauses until something changes in a folder of device files.
     *
     * @param folder {@code /dev} but for tests
     * @param interval the length of a pause where something is to be looked at again, or nothing can be watched
     */
    static DevicePause untilChangesIn(Path folder, Duration interval) {
        try {
            WatchService events = folder.getFileSystem().newWatchService();
            folder.register(events, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            return new DevicePause(interval, Optional.of(events));
        } catch (IOException e) {
            LOG.info(
                    "{} cannot be watched, so it is looked at every {} ms: {}",
                    folder,
                    interval.toMillis(),
                    e.toString());
            return of(interval);
        }
    }

    /**
     * Waits.
     *
     * @param settled whether nothing is to be looked at again before something changes
     * @return false if there is to be no further look
     */
    boolean await(boolean settled) {
        try {
            if (events.isEmpty()) {
                interruption.awaitMillis(interval.toMillis());
                return !interruption.isCancelled();
            }
            awaitEvent(events.get(), settled);
            return true;
        } catch (ClosedWatchServiceException closed) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void awaitEvent(WatchService watched, boolean settled) throws InterruptedException {
        Optional<WatchKey> changed;
        do {
            changed = settled
                    ? Optional.of(watched.take())
                    : Optional.ofNullable(watched.poll(interval.toMillis(), TimeUnit.MILLISECONDS));
        } while (changed.isPresent() && !concernsVideo(changed.get()));
    }

    private static boolean concernsVideo(WatchKey changed) {
        boolean concerned = changed.pollEvents().stream()
                .anyMatch(event -> event.kind() == StandardWatchEventKinds.OVERFLOW
                        || String.valueOf(event.context()).startsWith("video"));
        changed.reset();
        return concerned;
    }

    /** Ends the pause, and all later ones. Idempotent. */
    @Override
    public void close() {
        interruption.cancel();
        try {
            if (events.isPresent()) {
                events.get().close();
            }
        } catch (IOException e) {
            LOG.debug("the device files are watched no longer: {}", e.toString());
        }
    }
}
