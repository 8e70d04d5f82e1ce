// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.FillLightMode;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.constraint.PointLimit;
import org.mediacapture.constraint.RedEyeReduction;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.StillCamera;
import org.mediacapture.provider.VideoMode;

/**
 * A fake camera with the controls of image capture, one set at a time so that it can fail half-way. Used as the camera's strand
 * uses it.
 */
public final class StudioCamera implements CameraDevice {
    /** The strict camera inside. */
    public final FakeDevice fake = new FakeDevice();

    /** What becomes of the values that are set. */
    public UnaryOperator<MediaTrackSettings> snap = UnaryOperator.identity();

    /** What the camera's automatic modes chose meanwhile. */
    public MediaTrackSettings automatic = MediaTrackSettings.empty();

    /** Controls that cannot be set. */
    public final Set<ConstrainableProperty<?>> stuck = new HashSet<>();

    /** What the still part can do; empty while photos come from the stream. */
    public Optional<PhotoCapabilities> still = Optional.empty();

    /** What the still part is set to. */
    public PhotoSettings photoSettings = PhotoSettings.none();

    /** What the still part answers. */
    public Blob photo = new Blob("image/jpeg", Jpegs.WHOLE);

    /** Fails the still part. */
    public Optional<CameraException> photoFailure = Optional.empty();

    /** Fails to read the controls. */
    public Optional<CameraException> readFailure = Optional.empty();

    private final List<String> set = new ArrayList<>();
    private final List<PhotoSettings> asked = new ArrayList<>();
    private int lent;

    /** A camera with zoom and the exposure, and points of interest. */
    StudioCamera() {
        fake.controls = MediaTrackCapabilities.builder()
                .with(ConstrainableProperty.EXPOSURE_MODE, Choices.of("continuous", "manual"))
                .with(ConstrainableProperty.EXPOSURE_TIME, new MediaSettingsRange(1, 1000, 1))
                .with(ConstrainableProperty.BRIGHTNESS, new MediaSettingsRange(0, 100, 5))
                .with(ConstrainableProperty.PAN, new MediaSettingsRange(-3600, 3600, 60))
                .with(ConstrainableProperty.ZOOM, new MediaSettingsRange(1, 10, 0.5))
                .with(ConstrainableProperty.TORCH, Choices.of(false, true))
                .with(ConstrainableProperty.POINTS_OF_INTEREST, new PointLimit(2))
                .build();
        fake.values = MediaTrackSettings.builder()
                .with(ConstrainableProperty.EXPOSURE_MODE, "continuous")
                .with(ConstrainableProperty.EXPOSURE_TIME, 100.0)
                .with(ConstrainableProperty.BRIGHTNESS, 50.0)
                .with(ConstrainableProperty.PAN, 0.0)
                .with(ConstrainableProperty.ZOOM, 1.0)
                .with(ConstrainableProperty.TORCH, false)
                .build();
    }

    /** Capabilities of a still part with everything. */
    public static PhotoCapabilities everything() {
        return new PhotoCapabilities(
                RedEyeReduction.CONTROLLABLE,
                Optional.of(new MediaSettingsRange(240, 3000, 1)),
                Optional.of(new MediaSettingsRange(320, 4000, 1)),
                List.of(FillLightMode.OFF, FillLightMode.FLASH));
    }

    @Override
    public List<VideoMode> modes() {
        return fake.modes();
    }

    @Override
    public MediaTrackCapabilities controls() {
        return fake.controls();
    }

    @Override
    public Optional<String> group() {
        return fake.group();
    }

    @Override
    public boolean exclusive() {
        return fake.exclusive();
    }

    @Override
    public CameraSession open(FrameSink sink) throws CameraException {
        return new Session(fake.open(sink));
    }

    /** Whether a session is open. */
    public boolean isOpen() {
        return !fake.sessions().isEmpty() && fake.session().isOpen();
    }

    /** The controls that were set, in order, as name=value. */
    public List<String> set() {
        return set;
    }

    /** The photos that the still part was asked for. */
    public List<PhotoSettings> asked() {
        return asked;
    }

    /** The frames that were not given back. */
    public int lent() {
        return lent;
    }

    /** Delivers a grey picture. */
    public void deliver(int width, int height, long sequence, long timestamp) {
        Plane plane = new Plane(ByteBuffer.allocate(width * height), width, 1);
        FrameData grey = FrameData.of(PixelFormat.GRAY8, List.of(plane), width, height, ColorSpace.SRGB);
        lent++;
        fake.session().sink().frame(grey, sequence, timestamp, () -> lent--);
    }

    /** One open camera. */
    private final class Session implements CameraSession {
        private final CameraSession inside;

        private Session(CameraSession inside) {
            this.inside = inside;
        }

        @Override
        public List<VideoMode> modes() {
            return inside.modes();
        }

        @Override
        public MediaTrackCapabilities controls() {
            return inside.controls();
        }

        @Override
        public MediaTrackSettings settings() throws CameraException {
            if (readFailure.isPresent()) {
                throw readFailure.get();
            }
            return inside.settings().with(automatic);
        }

        @Override
        public MediaTrackSettings apply(MediaTrackSettings wanted) throws CameraException {
            for (ConstrainableProperty<?> property : wanted.properties()) {
                set.add(property.name() + "=" + wanted.get(property).orElseThrow());
                if (stuck.contains(property)) {
                    throw new CameraException(CameraException.Reason.FAILED, "fake: " + property.name() + " is stuck");
                }
                MediaTrackSettings one = MediaTrackSettings.builder()
                        .convert(property, wanted.get(property).orElseThrow())
                        .build();
                inside.apply(snap.apply(one));
            }
            return inside.settings();
        }

        @Override
        public void start(VideoMode mode) throws CameraException {
            inside.start(mode);
        }

        @Override
        public void stop() throws CameraException {
            inside.stop();
        }

        @Override
        public Optional<VideoMode> photoMode() {
            return inside.photoMode();
        }

        @Override
        public Optional<StillCamera> still() {
            return still.map(capabilities -> new Still(capabilities, inside));
        }

        @Override
        public void close() {
            inside.close();
        }
    }

    /** Its still part; a gate of the strict camera can hold it. */
    private final class Still implements StillCamera {
        private final PhotoCapabilities capabilities;
        private final CameraSession inside;

        private Still(PhotoCapabilities capabilities, CameraSession inside) {
            this.capabilities = capabilities;
            this.inside = inside;
        }

        @Override
        public PhotoCapabilities capabilities() {
            return capabilities;
        }

        @Override
        public PhotoSettings settings() throws CameraException {
            if (photoFailure.isPresent()) {
                throw photoFailure.get();
            }
            return photoSettings;
        }

        @Override
        public Blob takePhoto(PhotoSettings settings) throws CameraException {
            asked.add(settings);
            if (photoFailure.isPresent()) {
                throw photoFailure.get();
            }
            Optional<StillCamera> gate = inside.still();
            if (gate.isPresent()) {
                gate.get().takePhoto(settings);
            }
            return photo;
        }
    }
}
