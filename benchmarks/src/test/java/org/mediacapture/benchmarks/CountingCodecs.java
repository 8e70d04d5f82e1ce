// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.FrameConverter;
import org.mediacapture.frame.ImageDecoder;
import org.mediacapture.frame.ImageEncoder;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/** Stands before the codecs of a framework and counts what they are asked to do. Thread-safe. */
final class CountingCodecs implements AutoCloseable {
    private static final int ABOVE_ALL = 1_000;

    private final AtomicLong decodes = new AtomicLong();
    private final AtomicLong conversions = new AtomicLong();
    private final AtomicLong encodes = new AtomicLong();
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    private CountingCodecs() {}

    /** Counts what a framework's best codecs do. */
    static CountingCodecs of(MockFramework framework) throws InterruptedException {
        CountingCodecs counting = new CountingCodecs();
        counting.register(framework, ImageDecoder.class, counting.decoder(framework.service(ImageDecoder.class)));
        counting.register(framework, FrameConverter.class, counting.converter(framework.service(FrameConverter.class)));
        counting.register(framework, ImageEncoder.class, counting.encoder(framework.service(ImageEncoder.class)));
        return counting;
    }

    /** What they have done until now. */
    Counts counts() {
        return new Counts(decodes.get(), conversions.get(), encodes.get());
    }

    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    private <C> void register(MockFramework framework, Class<C> type, C codec) {
        Map<String, Object> properties = Map.of(Constants.SERVICE_RANKING, ABOVE_ALL);
        registrations.add(framework.context().registerService(type, codec, new Hashtable<>(properties)));
    }

    private ImageDecoder decoder(ImageDecoder best) {
        return new ImageDecoder() {
            @Override
            public boolean decodes(PixelFormat format) {
                return best.decodes(format);
            }

            @Override
            public LentFrame decode(VideoFrame frame) {
                decodes.incrementAndGet();
                return best.decode(frame);
            }
        };
    }

    private FrameConverter converter(FrameConverter best) {
        return new FrameConverter() {
            @Override
            public boolean converts(PixelFormat from, PixelFormat to) {
                return best.converts(from, to);
            }

            @Override
            public LentFrame convert(VideoFrame frame, PixelFormat to, int width, int height) {
                conversions.incrementAndGet();
                return best.convert(frame, to, width, height);
            }
        };
    }

    private ImageEncoder encoder(ImageEncoder best) {
        return new ImageEncoder() {
            @Override
            public boolean encodes(PixelFormat format, String type) {
                return best.encodes(format, type);
            }

            @Override
            public Blob encode(VideoFrame frame, String type, double quality) {
                encodes.incrementAndGet();
                return best.encode(frame, type, quality);
            }
        };
    }

    /** How often something was done. Immutable. */
    record Counts(long decodes, long conversions, long encodes) {
        /** What was done since an earlier reading. */
        Counts since(Counts before) {
            return new Counts(decodes - before.decodes, conversions - before.conversions, encodes - before.encodes);
        }
    }
}
