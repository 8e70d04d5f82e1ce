// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mediacapture.constraint.ConstrainableProperty.BRIGHTNESS;
import static org.mediacapture.constraint.ConstrainableProperty.CONTRAST;
import static org.mediacapture.constraint.ConstrainableProperty.EXPOSURE_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.EXPOSURE_TIME;
import static org.mediacapture.constraint.ConstrainableProperty.TORCH;
import static org.mediacapture.constraint.ConstrainableProperty.ZOOM;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.ValueKind;
import org.mediacapture.provider.CameraException.Reason;

class ControlPanelTest {
    private static final ConstrainableProperty<Double> HUE = ConstrainableProperty.vendor(
                    "vendor:hue", ValueKind.DOUBLE, URI.create("https://example.org/#hue"))
            .build();
    private static final ConstrainableProperty<Boolean> HUE_AUTOMATIC = ConstrainableProperty.vendor(
                    "vendor:hue_automatic", ValueKind.BOOLEAN, URI.create("https://example.org/#hue"))
            .build();

    private final FakeDevice device = new FakeDevice();
    private final FakeControl mode = device.controls()
            .add(FakeControl.menu(Cids.EXPOSURE_AUTO, "Auto Exposure", 3, Map.of(1, "Manual", 3, "Aperture")));
    private final FakeControl time = device.controls()
            .add(FakeControl.integer(Cids.EXPOSURE_ABSOLUTE, "Exposure Time, Absolute", 3, 2047, 1, 250)
                    .activeWhile(mode, 1));
    private final FakeControl brightness =
            device.controls().add(FakeControl.integer(Cids.BRIGHTNESS, "Brightness", 0, 255, 1, 128));

    private ControlPanel panel() throws DeviceException {
        return ControlPanel.of(new VideoNode(device.open("/dev/video0")));
    }

    private static MediaTrackSettings.Builder settings() {
        return MediaTrackSettings.builder();
    }

    @Test
    void everyControlHasACapabilityAndAValue() throws DeviceException {
        ControlPanel panel = panel();

        assertThat(panel.capabilities().properties())
                .containsExactlyInAnyOrder(EXPOSURE_MODE, EXPOSURE_TIME, BRIGHTNESS);
        assertThat(panel.settings())
                .isEqualTo(settings()
                        .with(EXPOSURE_MODE, "continuous")
                        .with(EXPOSURE_TIME, 250.0)
                        .with(BRIGHTNESS, 128.0)
                        .build());
    }

    @Test
    @Rule("PX-27")
    void aModeIsSetBeforeItsValueWhateverTheOrderOfTheRequest() throws DeviceException {
        ControlPanel panel = panel();
        device.forget();

        panel.apply(settings()
                .with(EXPOSURE_TIME, 500.0)
                .with(BRIGHTNESS, 1.0)
                .with(EXPOSURE_MODE, "manual")
                .build());

        assertThat(device.orders())
                .containsExactly(
                        "S_CTRL Auto Exposure = 1", "S_CTRL Exposure Time, Absolute = 500", "S_CTRL Brightness = 1");
        assertThat(time.value()).isEqualTo(500);
    }

    @Test
    void aModeOfTheDevicesOwnIsSetBeforeItsValue() throws DeviceException {
        FakeControl automatic = device.controls().add(FakeControl.bool(Cids.HUE_AUTO, "Hue, Automatic", true));
        FakeControl hue = device.controls()
                .add(FakeControl.integer(Cids.HUE, "Hue", -180, 180, 1, 0).activeWhile(automatic, 0));

        panel().apply(settings().with(HUE, 90.0).with(HUE_AUTOMATIC, false).build());

        assertThat(hue.value()).isEqualTo(90);
    }

    @Test
    @Rule("PX-26")
    void whatTheDeviceRefusesComesBackAsItIs() throws DeviceException {
        ControlPanel panel = panel();

        panel.apply(settings().with(EXPOSURE_TIME, 500.0).with(BRIGHTNESS, 7.0).build()); // inactive: EACCES

        assertThat(panel.settings().get(EXPOSURE_TIME)).contains(250.0);
        assertThat(panel.settings().get(BRIGHTNESS)).contains(7.0);
    }

    @Test
    @Rule("PX-26")
    void whatTheDeviceClampsComesBackAsItIs() throws DeviceException {
        brightness.limited(wished -> Math.min(wished, 200));
        ControlPanel panel = panel();

        panel.apply(settings().with(BRIGHTNESS, 250.0).build());

        assertThat(panel.settings().get(BRIGHTNESS)).contains(200.0);
    }

    @Test
    void aNumberOutsideItsRangeIsMovedIntoIt() throws DeviceException {
        ControlPanel panel = panel();

        panel.apply(settings().with(BRIGHTNESS, -5.0).build());

        assertThat(panel.settings().get(BRIGHTNESS)).contains(0.0);
    }

    @Test
    void aChoiceAndAPropertyThatTheCameraDoesNotHaveArePassedOver() throws DeviceException {
        ControlPanel panel = panel();
        device.forget();

        panel.apply(settings()
                .with(EXPOSURE_MODE, "single-shot")
                .with(ZOOM, 2.0)
                .with(TORCH, true)
                .build());

        assertThat(device.asked()).isEmpty();
    }

    @Test
    void whatTheCameraMovesByItselfIsRead() throws DeviceException {
        time.drifting(now -> now + 1);
        ControlPanel panel = panel();

        double first = panel.settings().get(EXPOSURE_TIME).orElseThrow();
        double second = panel.settings().get(EXPOSURE_TIME).orElseThrow();

        assertThat(second).isEqualTo(first + 1);
    }

    @Test
    void aControlThatDoesNotTellItsValueIsLeftOut() throws DeviceException {
        device.refuse("G_CTRL Brightness", DeviceException.EIO);

        assertThat(panel().capabilities().properties()).containsExactlyInAnyOrder(EXPOSURE_MODE, EXPOSURE_TIME);
    }

    @Test
    void aControlThatIsBetweenItsEntriesIsLeftOut() throws DeviceException {
        mode.value(2);

        assertThat(panel().capabilities().properties()).containsExactlyInAnyOrder(EXPOSURE_TIME, BRIGHTNESS);
    }

    @Test
    void aControlThatFailsLaterKeepsItsLastValue() throws DeviceException {
        ControlPanel panel = panel();
        panel.apply(settings().with(BRIGHTNESS, 99.0).build());
        panel.settings();
        device.refuse("G_CTRL Brightness", DeviceException.EIO);
        brightness.value(1);
        mode.value(2); // no entry

        assertThat(panel.settings().get(BRIGHTNESS)).contains(99.0);
        assertThat(panel.settings().get(EXPOSURE_MODE)).contains("continuous");
    }

    @Test
    void aControlThatCannotBeDescribedTakesNoneOfThoseBeforeItAway() throws DeviceException {
        device.refuse("QUERY_EXT_CTRL Auto Exposure", DeviceException.EIO); // the one after it

        assertThat(panel().capabilities().properties()).containsExactlyInAnyOrder(EXPOSURE_MODE, BRIGHTNESS);
    }

    @Test
    void aDriverThatTellsOneControlAgainAndAgainIsAskedOnce() throws DeviceException {
        FakeControl contrast = FakeControl.integer(Cids.CONTRAST, "Contrast", 0, 9, 1, 5);
        device.controls().add(contrast);
        device.controls().stuckAt(contrast);

        assertThat(panel().capabilities().properties()).containsExactly(CONTRAST);
        assertThat(device.asked())
                .filteredOn(what -> what.startsWith("QUERY_EXT_CTRL"))
                .hasSize(2);
    }

    @Test
    void aCameraThatIsGoneIsToldWhateverIsAsked() throws DeviceException {
        ControlPanel panel = panel();
        device.unplug();

        assertThatThrownBy(panel::settings)
                .isInstanceOfSatisfying(
                        DeviceException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOST));
        assertThatThrownBy(() -> panel.apply(settings().with(BRIGHTNESS, 1.0).build()))
                .isInstanceOf(DeviceException.class);
    }

    @Test
    void aCameraThatGoesWhileItIsOpenedIsTold() {
        device.refuse("G_CTRL Brightness", DeviceException.ENODEV);
        assertThatThrownBy(this::panel).hasMessageContaining("gone");

        device.allow("G_CTRL Brightness");
        device.refuse("QUERY_EXT_CTRL", DeviceException.ENODEV);
        assertThatThrownBy(this::panel).hasMessageContaining("gone");
    }
}
