// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Assumptions;
import org.mediacapture.constraint.FillLightMode;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.constraint.RedEyeReduction;
import org.mediacapture.frame.Blob;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.StillCamera;

/** The camera's own way to take a photo. Confined to the thread of the test. */
final class StillChecks {
    private final Bench bench;

    StillChecks(Bench bench) {
        this.bench = bench;
    }

    private static StillCamera still(CameraSession session) {
        return session.still().orElseGet(() -> Assumptions.abort("the camera has no still part"));
    }

    void capabilities() throws Exception {
        StillCamera still = still(bench.open());
        PhotoCapabilities capabilities = still.capabilities();
        Clause.PHOTO_CAPABILITIES.require(capabilities != null, "capabilities() returned null");
        PhotoSettings settings = bench.calls().call("still().settings()", still::settings);
        Clause.PHOTO_CAPABILITIES.require(settings != null, "settings() returned null");
        size("imageWidth", capabilities.imageWidth(), settings.imageWidth());
        size("imageHeight", capabilities.imageHeight(), settings.imageHeight());
        Clause.PHOTO_CAPABILITIES.require(
                capabilities.fillLightMode().stream().distinct().count()
                        == capabilities.fillLightMode().size(),
                "fillLightMode lists a mode twice: " + capabilities.fillLightMode());
        Clause.PHOTO_CAPABILITIES.require(
                capabilities.fillLightMode().isEmpty()
                        || settings.fillLightMode()
                                .filter(capabilities.fillLightMode()::contains)
                                .isPresent(),
                "fillLightMode is " + settings.fillLightMode() + " of " + capabilities.fillLightMode());
        Clause.PHOTO_CAPABILITIES.require(
                capabilities.redEyeReduction() != RedEyeReduction.CONTROLLABLE
                        || settings.redEyeReduction().isPresent(),
                "redEyeReduction is controllable, and settings() has no value for it");
    }

    private static void size(String name, Optional<MediaSettingsRange> range, Optional<Double> setting) {
        if (range.isPresent()) {
            boolean whole = range.get().min() >= 1
                    && range.get().min() == Math.rint(range.get().min())
                    && range.get().max() == Math.rint(range.get().max());
            Clause.PHOTO_CAPABILITIES.require(whole, name + " has the range " + range.get());
            Clause.PHOTO_CAPABILITIES.require(
                    setting.filter(range.get()::admits).isPresent(),
                    name + " is " + setting + " in settings(), and the range is " + range.get());
        }
    }

    void photo() throws Exception {
        RecordingSink sink = bench.releasing();
        CameraSession session = bench.open(sink);
        StillCamera still = still(session);
        requireAdvertised(still, take(still, PhotoSettings.none()));
        bench.start(session, sink, Bench.smallest(session));
        requireAdvertised(still, take(still, PhotoSettings.none()));
        for (FillLightMode mode : still.capabilities().fillLightMode()) {
            take(still, PhotoSettings.builder().fillLightMode(mode).build());
        }
    }

    private static void requireAdvertised(StillCamera still, PictureFile photo) {
        PhotoCapabilities capabilities = still.capabilities();
        Clause.PHOTO_FILE.require(
                capabilities
                                .imageWidth()
                                .map(range -> range.admits(photo.width()))
                                .orElse(true)
                        && capabilities
                                .imageHeight()
                                .map(range -> range.admits(photo.height()))
                                .orElse(true),
                "a photo of " + photo.width() + "x" + photo.height() + ", outside " + capabilities);
    }

    private PictureFile take(StillCamera still, PhotoSettings settings) throws Exception {
        Blob blob = bench.calls().call("takePhoto(" + settings.toMap() + ")", () -> still.takePhoto(settings));
        return PictureFile.of(blob);
    }

    void nearestSize() throws Exception {
        StillCamera still = still(bench.open());
        PhotoCapabilities capabilities = still.capabilities();
        Assumptions.assumeTrue(
                capabilities.imageWidth().isPresent()
                        || capabilities.imageHeight().isPresent(),
                "the still part tells no sizes");
        if (capabilities.imageWidth().isPresent()) {
            MediaSettingsRange range = capabilities.imageWidth().get();
            ends(
                    still,
                    range,
                    PictureFile::width,
                    wish -> PhotoSettings.builder().imageWidth(wish));
        }
        if (capabilities.imageHeight().isPresent()) {
            MediaSettingsRange range = capabilities.imageHeight().get();
            ends(
                    still,
                    range,
                    PictureFile::height,
                    wish -> PhotoSettings.builder().imageHeight(wish));
        }
    }

    private void ends(
            StillCamera still,
            MediaSettingsRange range,
            ToIntFunction<PictureFile> side,
            java.util.function.DoubleFunction<PhotoSettings.Builder> wish)
            throws Exception {
        for (double end : new double[] {range.min(), range.max()}) {
            PhotoSettings settings = wish.apply(end).build();
            int taken = side.applyAsInt(take(still, settings));
            Clause.PHOTO_NEAREST_SIZE.require(
                    taken == (int) end, "takePhoto(" + settings.toMap() + ") answered a side of " + taken + " pixels");
        }
        double between = Math.rint((range.min() + range.max()) / 2) + 0.4;
        PhotoSettings settings = wish.apply(between).build();
        int taken = side.applyAsInt(take(still, settings));
        Clause.PHOTO_NEAREST_SIZE.require(
                range.admits(taken), "takePhoto(" + settings.toMap() + ") answered a side of " + taken + " pixels");
    }

    void streamGoesOn() throws Exception {
        AtomicReference<AssertionError> fault = new AtomicReference<>();
        RecordingSink sink = bench.releasing();
        Bench.Stream stream = bench.stream(sink);
        StillCamera still = still(stream.session());
        take(still, PhotoSettings.none());
        sink.onFrame(frame -> {
            try {
                FrameShape.require(frame.data(), LifeCycleChecks.actual(sink, stream.mode()));
            } catch (AssertionError e) {
                fault.compareAndSet(null, e);
            }
        });
        bench.requireFrames(Clause.STREAM_AFTER_PHOTO, sink, sink.count() + 3, "after a photo");
        Clause.STREAM_AFTER_PHOTO.require(
                fault.get() == null && sink.modes().isEmpty() && sink.ends().isEmpty(),
                "after a photo: " + fault.get() + ", modes " + sink.modes() + ", ends " + sink.ends());
    }
}
