// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.util.Optional;
import org.mediacapture.core.select.Output;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelRect;

/** What a track makes of the pictures of its camera. Immutable, but for the black picture that it keeps; thread-safe. */
final class TrackPicture {
    private static final Runnable NOTHING = () -> {};

    private final FrameScaler scaler;
    private final Optional<Output> output;
    private final Optional<CropAndScale> shape;
    private final boolean enabled;
    private final BlackFrames black = new BlackFrames();

    private TrackPicture(FrameScaler scaler, Optional<Output> output, boolean enabled) {
        this.scaler = scaler;
        this.output = output;
        this.shape =
                output.filter(Output::cropAndScale).map(wanted -> new CropAndScale(wanted.width(), wanted.height()));
        this.enabled = enabled;
        if (!enabled) {
            // Here, so that the capture thread finds it made.
            output.ifPresent(expected -> black.of(expected.width(), expected.height(), 0));
        }
    }

    /** The pictures themselves. */
    static TrackPicture of(FrameScaler scaler) {
        return new TrackPicture(scaler, Optional.empty(), true);
    }

    /** The same for another output. */
    TrackPicture shaped(Output newOutput) {
        return new TrackPicture(scaler, Optional.of(newOutput), enabled);
    }

    /** The same, enabled or not. */
    TrackPicture enabled(boolean newEnabled) {
        return newEnabled == enabled ? this : new TrackPicture(scaler, output, newEnabled);
    }

    boolean isEnabled() {
        return enabled;
    }

    /** What becomes of a frame, with a hold for the caller, who holds the frame meanwhile. */
    PendingFrame of(SharedFrame frame) {
        if (!enabled) {
            return blackened(frame);
        }
        if (shape.isPresent()) {
            return fitted(frame, shape.get());
        }
        frame.hold();
        return frame;
    }

    private PendingFrame fitted(SharedFrame frame, CropAndScale wanted) {
        FrameData data = frame.data();
        CropAndScale.Fit fit = wanted.fit(data.format(), data.visible());
        if (fit.scales()) {
            return new ShapedFrame(frame, wanted, scaler);
        }
        if (fit.crop().equals(data.visible())) {
            frame.hold();
            return frame;
        }
        return data.format().isCompressed() ? new ShapedFrame(frame, wanted, scaler) : frame.showing(fit.crop());
    }

    private SharedFrame blackened(SharedFrame frame) {
        PixelRect seen = frame.data().visible();
        int width = shape.map(CropAndScale::width).orElse(seen.width());
        int height = shape.map(CropAndScale::height).orElse(seen.height());
        FrameData data = black.of(width, height, frame.data().rotation());
        return new SharedFrame(data, frame.sequence(), frame.timestamp(), NOTHING);
    }
}
