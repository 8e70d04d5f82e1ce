// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import java.util.Optional;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ImageEncoder;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;

/** Makes empty files of everything, with faults as switches. */
public final class FakeEncoder implements ImageEncoder {
    /** Where {@link #encode} gets stuck. */
    public final Gate encoding = new Gate();

    /** Fails {@link #encode}. */
    public Optional<Error> failure = Optional.empty();

    @Override
    public boolean encodes(PixelFormat format, String type) {
        return true;
    }

    @Override
    public Blob encode(VideoFrame frame, String type, double quality) {
        try {
            encoding.pass();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        failure.ifPresent(error -> {
            throw error;
        });
        return new Blob(type, new byte[] {1});
    }
}
