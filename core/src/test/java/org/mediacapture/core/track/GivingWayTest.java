// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Promise;

/** What tracks give up for other tracks, a poor successor or low light, and get back (RES-6, OC-1, OC-2, HS-3). */
class GivingWayTest {
    private static final VideoMode DARK = mode(640, 480, 5);
    private static final VideoMode LARGE_AND_SLOW = mode(1920, 1080, 5);
    private static final VideoMode POOR = mode(320, 240, 5);
    private static final Map<String, Object> HD_WISH = Map.of("width", 1280, "height", 720, "frameRate", 30);

    private final Studio studio = new Studio();
    private final StudioCamera camera = studio.plug();

    @AfterEach
    void nothingIsLeft() {
        studio.assertNothingIsLeft();
    }

    @Test
    @Rule("OC-2")
    void aTrackGetsBackWhatAPoorSuccessorCouldNotGive() {
        CameraTrack wishing = studio.track(HD_WISH);
        CameraTrack plain = studio.track();
        StudioCamera poor = studio.plug();
        poor.fake.modes = List.of(POOR);
        StudioCamera good = new StudioCamera();
        good.fake.modes = List.of(POOR, FakeDevice.VGA, FakeDevice.HD);

        studio.unplug(camera);
        studio.run(0.5);
        assertThat(shown(wishing)).isEqualTo("320x240@5");

        studio.plug(good);
        studio.unplug(poor);
        studio.run(0.5);

        assertThat(shown(wishing)).isEqualTo("1280x720@30");
        assertThat(shown(plain)).isEqualTo("1280x720@30");
        assertThat(good.fake.session().mode()).contains(FakeDevice.HD);
    }

    @Test
    @Rule("OC-2")
    void theModeThatOneTrackChoseStaysInForceForASuccessor() {
        offer(FakeDevice.VGA, FakeDevice.HD, LARGE_AND_SLOW);
        CameraTrack first = studio.track(HD_WISH);
        CameraTrack second = studio.track();
        Rig.value(apply(second, Map.of("width", 1920)));
        StudioCamera successor = studio.plug();
        successor.fake.modes = camera.fake.modes;

        studio.unplug(camera);
        studio.run(0.5);

        assertThat(shown(second)).isEqualTo("1920x1080@5");
        assertThat(shown(first)).isEqualTo("1280x720@5");
    }

    @Test
    @Rule("OC-2")
    void afterLowLightTracksAreAsFastAsBefore() {
        offer(FakeDevice.VGA, FakeDevice.HD, DARK);
        CameraTrack plain = studio.track();
        CameraTrack fast = studio.track(Map.of("frameRate", 30));
        CameraTrack clone = plain.clone();
        studio.settle();

        drift(DARK);
        assertThat(List.of(shown(plain), shown(fast), shown(clone))).containsOnly("640x480@5");
        Rig.value(apply(plain, Map.of()));
        CameraTrack late = clone.clone();
        studio.settle();
        assertThat(shown(plain)).isEqualTo("640x480@5");
        drift(FakeDevice.VGA);

        assertThat(List.of(shown(plain), shown(fast), shown(clone), shown(late)))
                .containsOnly("640x480@30");
    }

    @Test
    @Rule("OC-2")
    void whatIsWishedForInLowLightCountsAfterwards() {
        offer(FakeDevice.VGA, FakeDevice.HD, DARK);
        CameraTrack track = studio.track();

        drift(DARK);
        Rig.value(apply(track, Map.of("frameRate", 5)));
        drift(FakeDevice.VGA);

        assertThat(shown(track)).isEqualTo("640x480@5");
    }

    @Test
    @Rule("RES-6")
    void whenAnotherTrackGoesBackATrackHasWhatItHadBefore() {
        offer(FakeDevice.VGA, FakeDevice.HD, LARGE_AND_SLOW);
        CameraTrack wishing = studio.track(HD_WISH);
        CameraTrack other = studio.track();

        Rig.value(apply(other, Map.of("width", Map.of("exact", 1920))));
        assertThat(shown(wishing)).isEqualTo("1280x720@5");
        Rig.value(apply(other, HD_WISH));

        assertThat(shown(other)).isEqualTo("1280x720@30");
        assertThat(shown(wishing)).isEqualTo("1280x720@30");
    }

    @Test
    @Rule({"RES-6", "OC-2"})
    void whenAnotherTrackEndsATrackHasWhatItHadBefore() {
        offer(FakeDevice.VGA, FakeDevice.HD, LARGE_AND_SLOW);
        CameraTrack plain = studio.track();
        CameraTrack wishing = studio.track(HD_WISH);
        Rig.value(apply(wishing, Map.of("zoom", 2, "width", 1280, "height", 720, "frameRate", 30)));
        camera.set().clear();
        List<String> events = Studio.events(wishing);
        CameraTrack other = studio.track(Map.of("width", Map.of("exact", 1920)));
        assertThat(shown(wishing)).isEqualTo("1280x720@5");

        other.stop();
        studio.run(0.5);

        assertThat(camera.fake.session().mode()).contains(FakeDevice.HD);
        assertThat(shown(wishing)).isEqualTo("1280x720@30");
        assertThat(shown(plain)).endsWith("@30");
        assertThat(events).containsExactly("configurationchange", "configurationchange");
        assertThat(camera.set()).as("controls stay as they are").isEmpty();
        plain.stop();
        studio.run(0.5);
        assertThat(camera.fake.session().calls())
                .filteredOn(call -> call.startsWith("start"))
                .hasSize(4);
    }

    @Test
    @Rule({"RES-6", "OC-2"})
    void ofTwoTracksInTheWayBothMustEnd() {
        offer(FakeDevice.VGA, FakeDevice.HD, LARGE_AND_SLOW);
        CameraTrack content = studio.track(Map.of("width", 320, "height", 240, "frameRate", 5));
        CameraTrack wishing = studio.track(HD_WISH);
        CameraTrack one = studio.track(Map.of("width", Map.of("exact", 1920)));
        CameraTrack other = studio.track(Map.of("width", Map.of("exact", 1920)));

        one.stop();
        studio.run(0.5);
        assertThat(shown(wishing)).isEqualTo("1280x720@5");
        Rig.value(apply(content, Map.of("width", 160, "height", 120, "frameRate", 5)));
        other.stop();
        studio.run(0.5);

        assertThat(shown(wishing)).isEqualTo("1280x720@30");
        assertThat(shown(content)).isEqualTo("160x120@5");
    }

    @Test
    @Rule("RES-6")
    void aWishThatAnotherTrackStoodInTheWayOfIsMetWhenItNoLongerDoes() {
        CameraTrack other = studio.track(Map.of("width", Map.of("exact", 640), "resizeMode", Map.of("exact", "none")));
        CameraTrack wishing = studio.track(Map.of("width", 1280, "height", 720));
        assertThat(shown(wishing)).isEqualTo("640x480@30");

        Rig.value(apply(other, Map.of("width", Map.of("exact", 1280))));

        assertThat(shown(wishing)).isEqualTo("1280x720@30");
    }

    @Test
    @Rule("OC-1")
    void inLowLightATrackKeepsItsSizeWhereItCannotKeepItsRate() {
        CameraTrack small = studio.track(
                Map.of("width", Map.of("exact", 320), "height", Map.of("exact", 240), "frameRate", Map.of("min", 25)));
        CameraTrack whole = studio.track(Map.of(
                "width", Map.of("exact", 640), "resizeMode", Map.of("exact", "none"), "frameRate", Map.of("min", 25)));

        drift(DARK);

        assertThat(shown(small)).isEqualTo("320x240@5");
        assertThat(small.getSettings().toMap()).containsEntry("resizeMode", "crop-and-scale");
        assertThat(shown(whole)).isEqualTo("640x480@5");
        assertThat(whole.getSettings().toMap()).containsEntry("resizeMode", "none");
    }

    @Test
    @Rule("OC-1")
    void aTrackGetsAsMuchAsThereIsOfASizeThatTheCameraNoLongerHas() {
        CameraTrack wide = studio.track(Map.of("width", Map.of("exact", 1000), "height", Map.of("exact", 100)));

        drift(DARK);

        assertThat(shown(wide)).isEqualTo("640x100@5");
    }

    private void offer(VideoMode... modes) {
        camera.fake.modes = List.of(modes);
    }

    private void drift(VideoMode mode) {
        camera.fake.session().sink().modeChanged(mode);
        studio.settle();
    }

    private Promise<Void> apply(CameraTrack track, Map<String, ?> constraints) {
        Promise<Void> applied = track.applyConstraints(constraints);
        studio.settle();
        return applied;
    }

    private static String shown(CameraTrack track) {
        Map<String, Object> settings = track.getSettings().toMap();
        return settings.get("width") + "x" + settings.get("height") + "@"
                + Math.round((Double) settings.get("frameRate"));
    }

    private static VideoMode mode(int width, int height, double rate) {
        return new VideoMode(width, height, rate, PixelFormat.MJPEG);
    }
}
