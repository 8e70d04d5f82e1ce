// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.constraint.RedEyeReduction;
import org.mediacapture.frame.Blob;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.StillCamera;

/**
 * Takes photos apart from the stream, in the sizes of the camera's modes, the largest by default. Called by one thread at a
 * time.
 */
final class MockStillCamera implements StillCamera {
    private static final float QUALITY = 0.92f;
    private static final String TYPE = "image/jpeg";

    private final String label;
    private final List<PictureLayout> sizes;
    private final Exposure.Shutter shutter;

    MockStillCamera(CameraDescription description, Exposure.Shutter shutter) {
        this.label = description.label();
        this.sizes = description.modes().stream()
                .map(mode -> new PictureLayout(mode.width(), mode.height()))
                .distinct()
                .sorted(Comparator.comparingInt(MockStillCamera::pixels).reversed())
                .toList();
        this.shutter = shutter;
    }

    @Override
    public PhotoCapabilities capabilities() {
        return new PhotoCapabilities(
                RedEyeReduction.NEVER,
                Optional.of(range(PictureLayout::height)),
                Optional.of(range(PictureLayout::width)),
                List.of());
    }

    @Override
    public Blob takePhoto(PhotoSettings settings) throws CameraException {
        PictureLayout layout = nearest(settings);
        Exposure exposure = shutter.release();
        Picture picture = new Picture(layout, ByteBuffer.allocate(Picture.size(layout)));
        TestPattern pattern = new TestPattern(layout, label, layout.width() + "×" + layout.height() + "  photo");
        pattern.draw(picture, exposure.elapsedNanos(), exposure.frame(), exposure.values());
        try (JpegEncoder encoder = new JpegEncoder(layout, QUALITY)) {
            ByteBuffer bytes = ByteBuffer.allocate(encoder.maxSize());
            encoder.encode(picture, bytes);
            byte[] file = new byte[bytes.flip().remaining()];
            bytes.get(file);
            return new Blob(TYPE, file);
        }
    }

    /** The size that is nearest to the wishes; where two are equally near, the larger. */
    private PictureLayout nearest(PhotoSettings settings) {
        return sizes.stream()
                .min(Comparator.comparingDouble(size -> distance(settings.imageWidth(), size.width())
                        + distance(settings.imageHeight(), size.height())))
                .orElseThrow();
    }

    private static double distance(Optional<Double> wish, int value) {
        return wish.map(wished -> Math.abs(wished - value)).orElse(0.0);
    }

    /** Between the ends only single sizes exist, so no step is told. */
    private MediaSettingsRange range(ToIntFunction<PictureLayout> side) {
        return new MediaSettingsRange(
                sizes.stream().mapToInt(side).min().orElseThrow(),
                sizes.stream().mapToInt(side).max().orElseThrow(),
                0);
    }

    private static int pixels(PictureLayout size) {
        return size.width() * size.height();
    }
}
