// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediacapture.constraint.ConstrainableProperty.BRIGHTNESS;
import static org.mediacapture.constraint.ConstrainableProperty.EXPOSURE_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.EXPOSURE_TIME;
import static org.mediacapture.constraint.ConstrainableProperty.ZOOM;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraState;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.select.Output;
import org.mediacapture.core.select.Selection;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.VideoMode;

/** What a camera that is opened again is set to (HS-3). */
class SuccessionTest {
    private static final VideoMode VGA = FakeDevice.VGA;
    private static final VideoMode HD = FakeDevice.HD;
    private static final VideoMode SMALL = mode(320, 240, 30);
    private static final VideoMode FULL_HD = mode(1920, 1080, 30);
    private static final MediaTrackCapabilities CONTROLS = MediaTrackCapabilities.builder()
            .with(EXPOSURE_TIME, new MediaSettingsRange(1, 1000, 1))
            .with(EXPOSURE_MODE, Choices.of("continuous", "manual"))
            .with(BRIGHTNESS, new MediaSettingsRange(0, 100, 5))
            .with(ZOOM, new MediaSettingsRange(1, 10, 0.5))
            .build();
    private static final MediaTrackSettings FRESH = values(100, "continuous", 50, 1);

    // ---- the mode ----

    @Test
    void theModeInForceIsKeptForATrackThatGetsAPartOfItsPictures() {
        Output part = new Output(640, 480, 30, true);

        Selection selection = select(HD, List.of(VGA, HD), track(Map.of(), part));

        assertThat(selection.mode()).isEqualTo(HD);
        assertThat(selection.output()).as("as before").isEqualTo(part);
    }

    @Test
    void theModeInForceIsNotKeptIfItNoLongerMeetsWhatATrackRequires() {
        FakeTrack large = track(Map.of("width", Map.of("exact", 1280)), Output.of(HD));
        FakeTrack small = track(Map.of(), Output.of(VGA));

        assertThat(select(VGA, List.of(VGA, HD), large, small).mode()).isEqualTo(HD);
    }

    @Test
    void theModeInForceIsNotKeptIfItLeavesAllTracksWithFewerPictures() {
        VideoMode slow = mode(1280, 720, 15);
        FakeTrack track = track(Map.of(), Output.of(HD));

        assertThat(select(slow, List.of(slow, HD), track).mode()).isEqualTo(HD);
    }

    @Test
    void withoutTheModeInForceOneIsChosenThatGivesEachTrackWhatWasSelectedForIt() {
        VideoMode fast = mode(1280, 720, 60);
        FakeTrack large = track(Map.of(), Output.of(HD));
        FakeTrack small = track(Map.of(), new Output(640, 480, 30, true));

        assertThat(select(HD, List.of(VGA, fast), large).mode()).isEqualTo(fast);
        assertThat(select(HD, List.of(VGA, fast), large, small).mode()).isEqualTo(fast);
        assertThat(select(HD, List.of(VGA, fast), small, large).mode()).isEqualTo(fast);
    }

    @Test
    void whereNoModeGivesWhatWasSelectedTheConstraintsOfTheOldestTrackDecide() {
        List<VideoMode> others = List.of(SMALL, FULL_HD);

        assertThat(select(VGA, others, track(Map.of("width", 1900), Output.of(VGA)))
                        .mode())
                .isEqualTo(FULL_HD);
        assertThat(select(VGA, others, track(Map.of("width", 300), Output.of(VGA)))
                        .mode())
                .isEqualTo(SMALL);
    }

    // ---- the controls ----

    @Test
    @Rule("PX-27")
    void whatTracksHaveSetIsSetAgainModesFirst() {
        Selection selection = select(values(200, "manual", 70, 4), Set.of(EXPOSURE_TIME, EXPOSURE_MODE, ZOOM));

        assertThat(selection.controls().toMap())
                .isEqualTo(Map.of("exposureMode", "manual", "exposureTime", 200.0, "zoom", 4.0));
        assertThat(selection.controls().properties()).endsWith(EXPOSURE_TIME);
    }

    @Test
    void whatNoTrackHasSetIsLeftAsTheSuccessorHasIt() {
        assertThat(select(values(200, "manual", 70, 4), Set.of()).controls()).isEqualTo(MediaTrackSettings.empty());
    }

    @Test
    @Rule("PX-6")
    void whatAnAutomaticModeChoseIsNotSetAgain() {
        Selection selection = select(values(200, "continuous", 50, 4), Set.of(EXPOSURE_TIME, EXPOSURE_MODE, ZOOM));

        assertThat(selection.controls().toMap()).isEqualTo(Map.of("zoom", 4.0));
    }

    @Test
    void whatDependsOnAModeThatTheCameraDoesNotHaveIsNotSetAgain() {
        MediaTrackSettings before =
                MediaTrackSettings.builder().with(EXPOSURE_TIME, 200.0).build();

        assertThat(select(before, Set.of(EXPOSURE_TIME)).controls()).isEqualTo(MediaTrackSettings.empty());
    }

    @Test
    void whatTheSuccessorHasAlreadyIsNotSetAgain() {
        Selection selection = select(values(100, "manual", 50, 1), Set.of(EXPOSURE_TIME, EXPOSURE_MODE, ZOOM));

        assertThat(selection.controls().toMap()).isEqualTo(Map.of("exposureMode", "manual"));
    }

    @Test
    void whatTheSuccessorCannotTakeIsNotSetAgain() {
        assertThat(select(values(100, "continuous", 70, 40), Set.of(BRIGHTNESS, ZOOM))
                        .controls()
                        .toMap())
                .isEqualTo(Map.of("brightness", 70.0));
    }

    private static Selection select(VideoMode before, List<VideoMode> modes, SourceTrack... tracks) {
        return Succession.select(
                view(List.of(before), Optional.of(before), FRESH, Set.of()),
                view(modes, Optional.empty(), FRESH, Set.of()),
                List.of(tracks));
    }

    private static Selection select(MediaTrackSettings before, Set<ConstrainableProperty<?>> steered) {
        return Succession.select(
                view(List.of(VGA), Optional.of(VGA), before, steered),
                view(List.of(VGA), Optional.empty(), FRESH, Set.of()),
                List.of(track(Map.of(), Output.of(VGA))));
    }

    private static SourceView view(
            List<VideoMode> modes,
            Optional<VideoMode> mode,
            MediaTrackSettings values,
            Set<ConstrainableProperty<?>> steered) {
        return new SourceView(
                CameraState.OPENING,
                "",
                Optional.empty(),
                modes,
                CONTROLS,
                mode,
                values,
                steered,
                Optional.empty(),
                Optional.empty(),
                PhotoSizes.of(modes));
    }

    private static FakeTrack track(Map<String, ?> constraints, Output selected) {
        return new FakeTrack(
                new VirtualScheduler(), MediaTrackConstraints.fromMap(constraints), new Attachment(selected, false));
    }

    private static MediaTrackSettings values(double time, String mode, double brightness, double zoom) {
        return MediaTrackSettings.builder()
                .with(EXPOSURE_TIME, time)
                .with(EXPOSURE_MODE, mode)
                .with(BRIGHTNESS, brightness)
                .with(ZOOM, zoom)
                .build();
    }

    private static VideoMode mode(int width, int height, double frameRate) {
        return new VideoMode(width, height, frameRate, PixelFormat.MJPEG);
    }
}
