// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.util.ArrayList;
import java.util.List;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.codec.ImageIoDecoder;
import org.mediacapture.core.codec.ImageIoEncoder;
import org.mediacapture.core.codec.JavaConverter;
import org.mediacapture.frame.FrameConverter;
import org.mediacapture.frame.ImageDecoder;
import org.mediacapture.frame.ImageEncoder;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** The codec services of the framework, the best first, and behind them those of the core. Thread-safe. */
final class CodecServices implements AutoCloseable {
    private final ServiceTracker<ImageEncoder, ImageEncoder> encoders;
    private final ServiceTracker<ImageDecoder, ImageDecoder> decoders;
    private final ServiceTracker<FrameConverter, FrameConverter> converters;
    private final Codecs codecs;

    CodecServices(BundleContext context) {
        encoders = tracked(context, ImageEncoder.class);
        decoders = tracked(context, ImageDecoder.class);
        converters = tracked(context, FrameConverter.class);
        ImageEncoder lastEncoder = new ImageIoEncoder();
        ImageDecoder lastDecoder = new ImageIoDecoder();
        FrameConverter lastConverter = new JavaConverter();
        codecs = new Codecs(
                () -> best(encoders, lastEncoder),
                () -> best(decoders, lastDecoder),
                () -> best(converters, lastConverter));
    }

    Codecs codecs() {
        return codecs;
    }

    @Override
    public void close() {
        encoders.close();
        decoders.close();
        converters.close();
    }

    private static <S> ServiceTracker<S, S> tracked(BundleContext context, Class<S> type) {
        ServiceTracker<S, S> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        return tracker;
    }

    private static <S> List<S> best(ServiceTracker<S, S> tracker, S last) {
        List<S> best = new ArrayList<>(tracker.getTracked().values());
        best.add(last);
        return best;
    }
}
