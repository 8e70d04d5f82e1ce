// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;
import org.mediacapture.constraint.FillLightMode;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.frame.Blob;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.StillCamera;

/** Takes photos apart from the stream, with flash and reduction of red eyes. Confined to the camera's control queue. */
final class MockStillCamera implements StillCamera {
    private static final float QUALITY = 0.92f;
    private static final String TYPE = "image/jpeg";

    /** What the flash adds to the exposure, in EV. */
    private static final double FLASH_STOPS = 0.7;

    private final String label;
    private final Sceneries sceneries;
    private final StillDescription description;
    private final Exposure.Shutter shutter;

    MockStillCamera(String label, Sceneries sceneries, StillDescription description, Exposure.Shutter shutter) {
        this.label = label;
        this.sceneries = sceneries;
        this.description = description;
        this.shutter = shutter;
    }

    @Override
    public PhotoCapabilities capabilities() {
        return description.capabilities();
    }

    @Override
    public PhotoSettings settings() throws CameraException {
        shutter.requireOpen();
        return description.settings();
    }

    @Override
    public Blob takePhoto(PhotoSettings settings) throws CameraException {
        PictureLayout layout = description.sizes().nearest(settings);
        Exposure exposure = shutter.release();
        PhotoCode.Marks marks = new PhotoCode.Marks(fires(settings, exposure.frame()), reduces(settings));
        Picture picture = draw(layout, exposure, marks);
        try (JpegEncoder encoder = new JpegEncoder(layout, QUALITY)) {
            ByteBuffer bytes = ByteBuffer.allocate(encoder.maxSize());
            encoder.encode(picture, bytes);
            byte[] file = new byte[bytes.flip().remaining()];
            bytes.get(file);
            return new Blob(TYPE, file);
        }
    }

    private Picture draw(PictureLayout layout, Exposure exposure, PhotoCode.Marks marks) {
        Picture picture = new Picture(layout, ByteBuffer.allocate(Picture.size(layout)));
        TestPattern pattern =
                new TestPattern(layout, sceneries, label, layout.width() + "×" + layout.height() + "  photo");
        Look look = marks.flash() ? exposure.look().flashed(FLASH_STOPS) : exposure.look();
        pattern.draw(picture, exposure.elapsedNanos(), exposure.frame(), look);
        if (marks.flash()) {
            new FlashEyes(layout).draw(picture, marks.redEyeReduction());
        }
        new PhotoCode(layout).write(picture.luma(), marks);
        return picture;
    }

    private boolean fires(PhotoSettings settings, long frame) {
        return settings.fillLightMode()
                .filter(description.fillLightModes()::contains)
                .or(description::fillLightMode)
                .filter(mode -> mode == FillLightMode.FLASH || mode == FillLightMode.AUTO && Automatics.isDark(frame))
                .isPresent();
    }

    private boolean reduces(PhotoSettings settings) {
        return switch (description.redEyeReduction()) {
            case NEVER -> false;
            case ALWAYS -> true;
            case CONTROLLABLE -> settings.redEyeReduction().orElse(false);
        };
    }
}
