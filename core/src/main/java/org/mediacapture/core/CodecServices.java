// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.codec.ImageIoDecoder;
import org.mediacapture.core.codec.ImageIoEncoder;
import org.mediacapture.core.codec.JavaConverter;
import org.mediacapture.frame.FrameConverter;
import org.mediacapture.frame.ImageDecoder;
import org.mediacapture.frame.ImageEncoder;
import org.osgi.framework.BundleContext;

/** The codec services of the framework, the best first, and behind them those of the core. Thread-safe. */
final class CodecServices implements AutoCloseable {
    private final RankedServices<ImageEncoder> encoders;
    private final RankedServices<ImageDecoder> decoders;
    private final RankedServices<FrameConverter> converters;
    private final Codecs codecs;

    CodecServices(BundleContext context) {
        encoders = new RankedServices<>(context, ImageEncoder.class, new ImageIoEncoder());
        decoders = new RankedServices<>(context, ImageDecoder.class, new ImageIoDecoder());
        converters = new RankedServices<>(context, FrameConverter.class, new JavaConverter());
        codecs = new Codecs(encoders::best, decoders::best, converters::best);
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
}
