// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.mediacapture.libs.javacv.FFmpeg;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads FFmpeg when the first camera is configured, on a thread of its own, because it takes up to a second or two,
 * and keeps what all cameras of this bundle share. Thread-safe. Where the natives cannot be loaded, one warning says
 * why, and there are no cameras.
 */
@Component(service = FFmpegNatives.class)
public final class FFmpegNatives {
    private static final Logger LOG = LoggerFactory.getLogger(FFmpegNatives.class);

    private final CompletableFuture<Interrupts> loaded = new CompletableFuture<>();
    private final Set<JavacvDevice> devices = ConcurrentHashMap.newKeySet();

    /** Begins to load. */
    @Activate
    public FFmpegNatives() {
        this(FFmpeg::load);
    }

    FFmpegNatives(Runnable load) {
        Thread loader = new Thread(() -> load(load), "mediacapture-javacv-natives");
        loader.setDaemon(true);
        loader.start();
    }

    private void load(Runnable load) {
        try {
            load.run();
            loaded.complete(new Interrupts());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("FFmpeg cannot be loaded, so there are no cameras of the provider javacv: {}", e.toString());
            loaded.completeExceptionally(e);
        }
    }

    /**
     * Has an action run when the natives are loaded: at once, or later on another thread, or never if they cannot be.
     */
    void whenLoaded(Consumer<FrameSources> action) {
        loaded.thenAccept(interrupts -> action.accept(new FrameSources(interrupts)));
    }

    /** Remembers a device for {@link #cancelAll()}. */
    void add(JavacvDevice device) {
        devices.add(device);
    }

    /** Forgets a device. */
    void remove(JavacvDevice device) {
        devices.remove(device);
    }

    /**
     * Has all sessions of all devices end, without waiting, so that stopping many cameras takes as long as stopping
     * one.
     */
    void cancelAll() {
        devices.forEach(JavacvDevice::cancel);
    }

    /** Frees what the cameras share, at once or with the last of them. */
    @Deactivate
    void close() {
        loaded.thenAccept(Interrupts::close);
    }
}
