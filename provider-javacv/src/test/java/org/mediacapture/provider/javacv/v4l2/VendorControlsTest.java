// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;

class VendorControlsTest {
    private final FakeDevice device = new FakeDevice();

    private List<MappedControl<?>> mapped() throws DeviceException {
        return VendorControls.map(new VideoNode(device.open("/dev/video0")).controls());
    }

    private List<String> names() throws DeviceException {
        return mapped().stream().map(mapped -> mapped.property().name()).toList();
    }

    @Test
    void aNumberIsInUnitsOfTheDevice() throws DeviceException {
        device.controls().add(FakeControl.integer(Cids.GAIN, "Gain", 0, 255, 1, 16));

        assertThat(mapped()).singleElement().satisfies(gain -> {
            assertThat(gain.property().name()).isEqualTo("vendor:gain");
            assertThat(gain.property().unit()).isEqualTo("device units");
            assertThat(gain.capability()).isEqualTo(new MediaSettingsRange(0, 255, 1));
        });
    }

    @Test
    void aMenuHasTheDriversWords() throws DeviceException {
        device.controls()
                .add(FakeControl.menu(
                        Cids.POWER_LINE_FREQUENCY,
                        "Power Line Frequency",
                        1,
                        Map.of(0, "Disabled", 1, "50 Hz", 3, "Auto")));

        assertThat(mapped()).singleElement().satisfies(frequency -> {
            assertThat(frequency.property().name()).isEqualTo("vendor:power_line_frequency");
            assertThat(frequency.capability()).isEqualTo(Choices.of("Disabled", "50 Hz", "Auto"));
        });
    }

    @Test
    void aSwitchIsOnOrOff() throws DeviceException {
        device.controls().add(FakeControl.bool(Cids.EXPOSURE_AUTO_PRIORITY, "Exposure, Dynamic Framerate", true));

        assertThat(mapped()).singleElement().satisfies(dynamic -> {
            assertThat(dynamic.property().name()).isEqualTo("vendor:exposure_dynamic_framerate");
            assertThat(dynamic.capability()).isEqualTo(Choices.of(false, true));
        });
    }

    @Test
    void numbersOfAMenuStayAsTheyAre() throws DeviceException {
        device.controls().add(FakeControl.numbers(0x98_1000, "Link Frequency", 0, Map.of(0, 300_000L, 1, 400_000L)));

        assertThat(mapped())
                .singleElement()
                .satisfies(frequency -> assertThat(frequency.capability())
                        .isEqualTo(new MediaSettingsRange(300_000, 400_000, 100_000)));
    }

    @Test
    void whatHasNoValueOrNoNameIsLeftOut() throws DeviceException {
        device.controls().add(FakeControl.other(0x98_0001, "User Controls", 6));
        device.controls().add(FakeControl.other(0x98_1001, "Wide", 5));
        device.controls().add(FakeControl.other(0x98_1002, "Text", 7));
        device.controls().add(FakeControl.other(0x98_1003, "Bits", 8));
        device.controls()
                .add(FakeControl.integer(0x98_1004, "Array", 0, 9, 1, 0).array(16));
        device.controls().add(FakeControl.button(0x98_1005, "Reset"));
        device.controls()
                .add(FakeControl.integer(0x98_1006, "Temperature", 0, 99, 1, 0).readOnly());
        device.controls().add(FakeControl.integer(0x98_1007, "???", 0, 99, 1, 0));

        assertThat(mapped()).isEmpty();
    }

    @Test
    void ofTwoControlsWithOneNameTheFirstCounts() throws DeviceException {
        device.controls().add(FakeControl.integer(0x98_1001, "LED", 0, 9, 1, 0));
        device.controls().add(FakeControl.integer(0x98_1002, "Led.", 0, 99, 1, 0));

        assertThat(mapped())
                .singleElement()
                .satisfies(led -> assertThat(led.capability()).isEqualTo(new MediaSettingsRange(0, 9, 1)));
    }

    @Test
    void choicesComeBeforeNumbersSinceSomeAreTheirModes() throws DeviceException {
        device.controls().add(FakeControl.integer(Cids.HUE, "Hue", -180, 180, 1, 0));
        device.controls().add(FakeControl.bool(Cids.HUE_AUTO, "Hue, Automatic", true));

        assertThat(names()).containsExactly("vendor:hue_automatic", "vendor:hue");
    }

    @Test
    void aNameThatImageCaptureHasTooIsTheDevicesOwn() throws DeviceException {
        device.controls().add(FakeControl.integer(0x98_1001, "Zoom", 0, 9, 1, 0));

        assertThat(names()).containsExactly("vendor:zoom");
        assertThat(mapped().get(0).property()).isNotEqualTo(ConstrainableProperty.ZOOM);
    }
}
