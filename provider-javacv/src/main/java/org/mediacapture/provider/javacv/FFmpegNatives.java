// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.mediacapture.libs.javacv.FFmpeg;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.ProviderTrouble;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads FFmpeg when the first camera is configured, on a thread of its own, because it takes up to a second or two,
 * and keeps what all cameras of this bundle share. Thread-safe. Where the natives cannot be loaded, there are no
 * cameras; one warning and a {@link ProviderTrouble} say why.
 */
@Component(service = FFmpegNatives.class)
public final class FFmpegNatives {
    private static final Logger LOG = LoggerFactory.getLogger(FFmpegNatives.class);

    private final CompletableFuture<Interrupts> loaded = new CompletableFuture<>();
    private final Set<JavacvDevice> devices = ConcurrentHashMap.newKeySet();

    private final Function<ProviderTrouble, Runnable> tell;
    private final AtomicReference<Runnable> takeBack = new AtomicReference<>(() -> {});

    /** Begins to load. */
    @Activate
    public FFmpegNatives(BundleContext context) {
        this(FFmpeg::load, trouble -> register(context, trouble));
    }

    FFmpegNatives(Runnable load) {
        this(load, trouble -> () -> {});
    }

    /**
     * Begins to load.
     *
     * @param load loads the natives; throws LinkageError if they cannot be
     * @param tell tells operators why there are no cameras; what it answers takes that back
     */
    FFmpegNatives(Runnable load, Function<ProviderTrouble, Runnable> tell) {
        this.tell = tell;
        Thread loader = new Thread(() -> load(load), "mediacapture-javacv-natives");
        loader.setDaemon(true);
        loader.start();
    }

    private static Runnable register(BundleContext context, ProviderTrouble trouble) {
        Dictionary<String, Object> properties =
                new Hashtable<>(Map.of(CameraProperties.PROVIDER, ProviderSettings.NAME));
        return context.registerService(ProviderTrouble.class, trouble, properties)::unregister;
    }

    private void load(Runnable load) {
        try {
            load.run();
            loaded.complete(new Interrupts());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("FFmpeg cannot be loaded, so there are no cameras of the provider javacv: {}", e.toString());
            takeBack.set(
                    tell.apply(new Trouble("no cameras: FFmpeg cannot be loaded: " + e.getMessage(), FFmpeg.remedy())));
            loaded.completeExceptionally(e);
        }
    }

    /** What opens inputs, when the natives are loaded; it fails if they cannot be. */
    CompletableFuture<FrameSources> sources() {
        return loaded.thenApply(FrameSources::new);
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
        loaded.whenComplete((interrupts, failure) -> takeBack.get().run());
        loaded.thenAccept(Interrupts::close);
    }
}
