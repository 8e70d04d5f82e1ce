// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.mediacapture.frame.CodecTrouble;
import org.mediacapture.frame.FrameConverter;
import org.mediacapture.frame.ImageDecoder;
import org.mediacapture.frame.ImageEncoder;
import org.mediacapture.libs.javacv.FFmpeg;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the codecs of this bundle once FFmpeg is loaded. Loading takes up to a second or two, so it is done on a
 * thread of its own; until then, and where the natives cannot be loaded, others serve; then a {@link CodecTrouble} says why.
 * Thread-safe.
 */
@Component(
        service = {},
        immediate = true)
public final class FFmpegCodecs {
    /** Above the codecs in plain Java, which have 0. */
    static final int RANKING = 100;

    private static final Logger LOG = LoggerFactory.getLogger(FFmpegCodecs.class);

    private final BundleContext context;
    private final Object lock = new Object();
    private final Workshop workshop = new Workshop();
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private boolean closed;

    /** Begins to load. */
    @Activate
    public FFmpegCodecs(BundleContext context) {
        this(context, FFmpeg::load);
    }

    FFmpegCodecs(BundleContext context, Runnable load) {
        this.context = context;
        Thread loader = new Thread(() -> load(load), "mediacapture-ffmpeg-codecs");
        loader.setDaemon(true);
        loader.start();
    }

    private void load(Runnable load) {
        try {
            registerWhatLoads(load);
        } catch (IllegalStateException e) {
            LOG.debug("The bundle was stopped while FFmpeg was being loaded", e);
        }
    }

    private void registerWhatLoads(Runnable load) {
        try {
            load.run();
            register(ImageEncoder.class, new FFmpegEncoder(workshop));
            register(ImageDecoder.class, new FFmpegDecoder(workshop));
            register(FrameConverter.class, new FFmpegConverter(workshop));
        } catch (LinkageError e) {
            LOG.warn("FFmpeg cannot be loaded, so other codecs serve: {}", e.toString());
            register(
                    CodecTrouble.class,
                    new FFmpegTrouble("no codecs of FFmpeg: it cannot be loaded: " + e.getMessage()));
        }
    }

    private record FFmpegTrouble(String reason) implements CodecTrouble {
        @Override
        public String remedy() {
            return FFmpeg.remedy();
        }
    }

    private <T> void register(Class<T> type, T codec) {
        synchronized (lock) {
            if (closed) {
                return;
            }
        }
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_RANKING, RANKING);
        // Not under the lock: registering calls listeners of other bundles.
        ServiceRegistration<T> registration = context.registerService(type, codec, properties);
        boolean late;
        synchronized (lock) {
            late = closed;
            registrations.add(registration);
        }
        if (late) {
            registration.unregister();
        }
    }

    /** Takes the codecs away. Pictures that are lent stay valid. */
    @Deactivate
    void close() {
        List<ServiceRegistration<?>> registered;
        synchronized (lock) {
            closed = true;
            registered = List.copyOf(registrations);
        }
        registered.forEach(ServiceRegistration::unregister);
        workshop.close();
    }
}
