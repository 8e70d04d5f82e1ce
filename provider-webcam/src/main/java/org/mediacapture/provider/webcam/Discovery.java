// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mediacapture.libs.webcam.OpenImaj;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that local cameras come and go, on a thread of its own, from its making until it is closed. Thread-safe. Cameras are
 * added and removed on that thread, and removed by who closes it.
 */
final class Discovery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final Duration STOP_TIME = Duration.ofSeconds(2);

    private final LocalScan scan;
    private final DevicePause pause;
    private final Function<LocalCamera, Runnable> add;
    private final Consumer<Throwable> impossible;
    private final Map<LocalCamera, Runnable> added = new HashMap<>();
    private final Thread thread;
    private boolean closed;

    /**
     * Begins to look.
     *
     * @param scan finds out which cameras are there
     * @param pause between two looks; closed with the discovery
     * @param add adds a camera; the answer removes it
     * @param impossible told once, if it cannot be found out; nothing is looked for afterwards
     */
    Discovery(LocalScan scan, DevicePause pause, Function<LocalCamera, Runnable> add, Consumer<Throwable> impossible) {
        this.scan = scan;
        this.pause = pause;
        this.add = add;
        this.impossible = impossible;
        thread = new Thread(this::run, "mediacapture-webcam-discovery");
        thread.setDaemon(true);
        thread.setContextClassLoader(OpenImaj.classLoader());
        thread.start();
    }

    private void run() {
        try {
            do {
                look();
            } while (pause.await(scan.isSettled()));
        } catch (LinkageError e) {
            impossible.accept(e);
        }
    }

    private void look() {
        try {
            change(scan.look());
        } catch (RuntimeException e) {
            // One bad device must not keep the others from being found.
            LOG.warn("Local cameras could not be looked for: {}", e.toString());
        }
    }

    private void change(Set<LocalCamera> there) {
        Map<LocalCamera, Runnable> gone;
        synchronized (added) {
            gone = new HashMap<>(added);
            gone.keySet().removeAll(there);
            added.keySet().removeAll(gone.keySet());
        }
        gone.forEach(Discovery::remove);
        for (LocalCamera camera : there) {
            boolean isNew;
            synchronized (added) {
                isNew = !closed && !added.containsKey(camera);
            }
            if (isNew) {
                add(camera);
            }
        }
    }

    private void add(LocalCamera camera) {
        // Not under the lock: registering calls listeners of other bundles.
        Runnable remove = add.apply(camera);
        LOG.debug("Camera {} at {}", camera.label(), camera.address());
        boolean late;
        synchronized (added) {
            late = closed;
            if (!late) {
                added.put(camera, remove);
            }
        }
        if (late) {
            remove(camera, remove);
        }
    }

    private static void remove(LocalCamera camera, Runnable remove) {
        remove.run();
        LOG.debug("Camera {} at {} is gone", camera.label(), camera.address());
    }

    /** Stops looking, waits a little for the look that is under way, and removes all cameras. Idempotent. */
    @Override
    public void close() {
        pause.close();
        Map<LocalCamera, Runnable> left;
        synchronized (added) {
            closed = true;
            left = new HashMap<>(added);
            added.clear();
        }
        left.forEach(Discovery::remove);
        try {
            thread.join(STOP_TIME.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
