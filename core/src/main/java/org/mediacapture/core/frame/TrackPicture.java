// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.util.Optional;
import org.mediacapture.core.select.Output;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;

/** What a track makes of the pictures of its camera. Immutable, but for the black picture that it keeps; thread-safe. */
final class TrackPicture {
    private static final Runnable NOTHING = () -> {};

    private final Optional<Output> output;
    private final Optional<CropAndScale> shape;
    private final Optional<BlackFrames> black; // of a disabled track, which shows nothing else
    private volatile Fitted last; // of the frame before, which looks alike as a rule; null before the first one

    private TrackPicture(Optional<Output> output, boolean enabled) {
        this.output = output;
        this.shape =
                output.filter(Output::cropAndScale).map(wanted -> new CropAndScale(wanted.width(), wanted.height()));
        this.black = enabled ? Optional.empty() : Optional.of(new BlackFrames());
        // Here, so that the capture thread finds it made.
        black.ifPresent(frames -> output.ifPresent(expected -> frames.of(expected.width(), expected.height(), 0)));
    }

    /** The pictures themselves. */
    static TrackPicture ofCamera() {
        return new TrackPicture(Optional.empty(), true);
    }

    /** The pictures as an output has them. */
    static TrackPicture of(Output output) {
        return new TrackPicture(Optional.of(output), true);
    }

    /** The same for another output. */
    TrackPicture shaped(Output newOutput) {
        return new TrackPicture(Optional.of(newOutput), isEnabled());
    }

    /** The same, enabled or not. */
    TrackPicture enabled(boolean newEnabled) {
        return newEnabled == isEnabled() ? this : new TrackPicture(output, newEnabled);
    }

    boolean isEnabled() {
        return black.isEmpty();
    }

    /** What becomes of a frame, with a hold for the caller, who holds the frame meanwhile; the frame itself comes without one more. */
    PendingFrame of(SharedFrame frame) {
        if (black.isPresent()) {
            return blackened(frame, black.get());
        }
        if (shape.isPresent()) {
            return fitted(frame, shape.get());
        }
        return frame;
    }

    private PendingFrame fitted(SharedFrame frame, CropAndScale wanted) {
        CropAndScale.Fit fit = fit(frame, wanted);
        boolean crops = !fit.crop().equals(frame.visible());
        if (crops && !fit.scales() && !frame.data().format().isCompressed()) {
            return new CroppedFrame(frame, fit.crop());
        }
        if (!crops && !fit.scales()) {
            return frame;
        }
        frame.hold();
        return new ShapedFrame(frame, wanted);
    }

    private CropAndScale.Fit fit(SharedFrame frame, CropAndScale wanted) {
        PixelFormat format = frame.data().format();
        Fitted known = last;
        if (known != null && known.format() == format && known.seen().equals(frame.visible())) {
            return known.fit();
        }
        CropAndScale.Fit fit = wanted.fit(format, frame.visible());
        last = new Fitted(format, frame.visible(), fit);
        return fit;
    }

    /** What becomes of frames that look alike. */
    private record Fitted(PixelFormat format, PixelRect seen, CropAndScale.Fit fit) {}

    private SharedFrame blackened(SharedFrame frame, BlackFrames frames) {
        PixelRect seen = frame.visible();
        int width = shape.map(CropAndScale::width).orElse(seen.width());
        int height = shape.map(CropAndScale::height).orElse(seen.height());
        FrameData data = frames.of(width, height, frame.data().rotation());
        return new BufferFrame(data, frame.sequence(), frame.timestamp(), NOTHING, frame.work());
    }
}
