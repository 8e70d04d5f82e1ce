// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;

class ControlTableTest {
    private final FakeDevice device = new FakeDevice();
    private final VideoNode node = node();

    private VideoNode node() {
        try {
            return new VideoNode(device.open("/dev/video0"));
        } catch (DeviceException e) {
            throw new IllegalStateException(e);
        }
    }

    private FakeControl add(FakeControl control) {
        return device.controls().add(control);
    }

    private Map<Integer, DeviceControl> described() throws DeviceException {
        Map<Integer, DeviceControl> described = new LinkedHashMap<>();
        node.controls().forEach(control -> described.put(control.id(), control));
        return described;
    }

    private List<String> names() throws DeviceException {
        return ControlTable.map(described()).stream()
                .map(mapped -> mapped.property().name())
                .toList();
    }

    @SuppressWarnings("unchecked") // the property's own type
    private <T> MappedControl<T> mapped(ConstrainableProperty<T> property) throws DeviceException {
        return (MappedControl<T>) ControlTable.map(described()).stream()
                .filter(mapped -> mapped.property().equals(property))
                .findFirst()
                .orElseThrow();
    }

    private Capability capability(ConstrainableProperty<?> property) throws DeviceException {
        return mapped(property).capability();
    }

    private <T> void write(ConstrainableProperty<T> property, T value) throws DeviceException {
        mapped(property).write(node, value);
    }

    private <T> T read(ConstrainableProperty<T> property) throws DeviceException {
        return mapped(property).read(node).orElseThrow();
    }

    /** The numbers of each row: name, control, its range, the property's range, a value, and the same for the device. */
    @ParameterizedTest
    @CsvSource({
        "exposureTime,     100 µs,       0x9a0902, 3,2047,1,            3,2047,1,            500,500",
        "colorTemperature, K,            0x98091a, 2800,6500,10,        2800,6500,10,        4010,4010",
        "focusDistance,    'm or device units', 0x9a090a, 0,250,5,             0,250,5,             35,35",
        "zoom,             ratio,        0x9a090d, 100,500,10,          1,5,0.1,             2.2,220",
        "zoom,             ratio,        0x9a090d, 0,9,1,               1,10,1,              4,3",
        "pan,              arcsec,       0x9a0908, -36000,36000,3600,   -36000,36000,3600,   -7200,-7200",
        "tilt,             arcsec,       0x9a0909, -36000,36000,3600,   -36000,36000,3600,   3600,3600",
        "brightness,       device units, 0x980900, -64,64,1,            -64,64,1,            -3,-3",
        "contrast,         device units, 0x980901, 0,95,1,              0,95,1,              42,42",
        "saturation,       device units, 0x980902, 0,100,1,             0,100,1,             42,42",
        "sharpness,        device units, 0x98091b, 1,7,1,               1,7,1,               2,2",
    })
    void aNumberHasItsRangeItsUnitAndItsValueInBothDirections(
            String name,
            String unit,
            int control,
            long min,
            long max,
            long step,
            double least,
            double most,
            double by,
            double value,
            long set)
            throws DeviceException {
        FakeControl fake = add(FakeControl.integer(control, "A number", min, max, step, min));
        @SuppressWarnings("unchecked") // a number by the table above
        ConstrainableProperty<Double> property = (ConstrainableProperty<Double>)
                ConstrainableProperty.named(name).orElseThrow();

        assertThat(names()).containsExactly(name);
        assertThat(property.unit()).isEqualTo(unit);
        assertThat(capability(property)).isEqualTo(new MediaSettingsRange(least, most, by));
        assertThat(read(property)).isEqualTo(least);
        write(property, value);
        assertThat(fake.value()).isEqualTo(set);
        assertThat(read(property)).isEqualTo(value);
    }

    @Test
    void aNumberBetweenTwoStepsIsMovedToTheNearer() throws DeviceException {
        FakeControl focus = add(FakeControl.integer(Cids.FOCUS_ABSOLUTE, "Focus, Absolute", 0, 250, 5, 0));

        write(ConstrainableProperty.FOCUS_DISTANCE, 33.0);

        assertThat(device.orders()).endsWith("S_CTRL Focus, Absolute = 35");
        assertThat(focus.value()).isEqualTo(35);
    }

    @Test
    void aRangeThatIsNoWholeNumberOfStepsIsReachedToItsEnd() throws DeviceException {
        add(FakeControl.integer(Cids.FOCUS_ABSOLUTE, "Focus, Absolute", 0, 12, 5, 0));

        write(ConstrainableProperty.FOCUS_DISTANCE, 99.0);

        assertThat(capability(ConstrainableProperty.FOCUS_DISTANCE)).isEqualTo(new MediaSettingsRange(0, 12, 5));
        assertThat(read(ConstrainableProperty.FOCUS_DISTANCE)).isLessThanOrEqualTo(12);
    }

    @Test
    void aStepThatIsLargerThanTheRangeIsTheRange() throws DeviceException {
        add(FakeControl.integer(Cids.SHARPNESS, "Sharpness", 0, 7, 10, 0));
        add(FakeControl.integer(Cids.CONTRAST, "Contrast", 4, 4, 1, 4));

        assertThat(capability(ConstrainableProperty.SHARPNESS)).isEqualTo(new MediaSettingsRange(0, 7, 7));
        assertThat(capability(ConstrainableProperty.CONTRAST)).isEqualTo(new MediaSettingsRange(4, 4, 0));
    }

    @Test
    void aRangeThatValuesCannotReachIsCutToWhatTheyCan() throws DeviceException {
        add(FakeControl.integer(Cids.EXPOSURE_ABSOLUTE, "Exposure", 1, 0xFFFF_FFFFL, 1, 1));

        write(ConstrainableProperty.EXPOSURE_TIME, 4e9);

        assertThat(capability(ConstrainableProperty.EXPOSURE_TIME))
                .isEqualTo(new MediaSettingsRange(1, Integer.MAX_VALUE, 1));
        assertThat(read(ConstrainableProperty.EXPOSURE_TIME)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsNone() throws DeviceException {
        add(FakeControl.integer(Cids.BRIGHTNESS, "Brightness", 0, -1, 1, 0));

        assertThat(names()).isEmpty();
    }

    @Test
    void anInactiveNumberOutsideItsRangeIsToldAsTheNearestEnd() throws DeviceException {
        add(FakeControl.integer(Cids.EXPOSURE_ABSOLUTE, "Exposure", 3, 2047, 1, 0));

        assertThat(read(ConstrainableProperty.EXPOSURE_TIME)).isEqualTo(3);
    }

    @Test
    void exposureCompensationIsAMenuOfThousandthsWithHoles() throws DeviceException {
        FakeControl bias = add(FakeControl.numbers(
                Cids.AUTO_EXPOSURE_BIAS, "Auto Exposure, Bias", 3, Map.of(0, -2000L, 1, -1000L, 3, 0L, 4, 1500L)));

        assertThat(capability(ConstrainableProperty.EXPOSURE_COMPENSATION))
                .isEqualTo(new MediaSettingsRange(-2, 1.5, 0.5));
        assertThat(read(ConstrainableProperty.EXPOSURE_COMPENSATION)).isZero();
        write(ConstrainableProperty.EXPOSURE_COMPENSATION, -1.0);
        assertThat(bias.value()).isEqualTo(1);
        write(ConstrainableProperty.EXPOSURE_COMPENSATION, 1.0); // none: 1.5 is nearer than 0
        assertThat(bias.value()).isEqualTo(4);
        assertThat(read(ConstrainableProperty.EXPOSURE_COMPENSATION)).isEqualTo(1.5);
        bias.value(2); // a hole
        assertThat(mapped(ConstrainableProperty.EXPOSURE_COMPENSATION).read(node))
                .isEmpty();
    }

    @Test
    void isoIsAMenuOfThousandthsThatIsSetByHand() throws DeviceException {
        FakeControl auto = add(FakeControl.menu(
                Cids.ISO_SENSITIVITY_AUTO, "ISO Sensitivity, Auto", 1, Map.of(0, "Manual", 1, "Auto")));
        FakeControl iso = add(FakeControl.numbers(
                        Cids.ISO_SENSITIVITY,
                        "ISO Sensitivity",
                        0,
                        Map.of(0, 100_000L, 1, 200_000L, 2, 400_000L, 3, 800_000L))
                .activeWhile(auto, 0));

        assertThat(capability(ConstrainableProperty.ISO)).isEqualTo(new MediaSettingsRange(100, 800, 100));
        write(ConstrainableProperty.ISO, 400.0);

        assertThat(device.orders()).endsWith("S_CTRL ISO Sensitivity, Auto = 0", "S_CTRL ISO Sensitivity = 2");
        assertThat(iso.value()).isEqualTo(2);
        assertThat(read(ConstrainableProperty.ISO)).isEqualTo(400);
    }

    @Test
    void isoWithoutAnAutomaticModeIsSetAtOnce() throws DeviceException {
        add(FakeControl.numbers(Cids.ISO_SENSITIVITY, "ISO Sensitivity", 0, Map.of(0, 100_000L, 1, 200_000L)));

        write(ConstrainableProperty.ISO, 200.0);

        assertThat(device.orders()).containsExactly("open", "S_CTRL ISO Sensitivity = 1");
    }

    @Test
    void exposureOfNearlyAllCamerasIsByHandOrLeavesTheTimeToTheCamera() throws DeviceException {
        FakeControl mode = add(FakeControl.menu(
                Cids.EXPOSURE_AUTO, "Auto Exposure", 3, Map.of(1, "Manual Mode", 3, "Aperture Priority Mode")));

        assertThat(capability(ConstrainableProperty.EXPOSURE_MODE)).isEqualTo(Choices.of("manual", "continuous"));
        assertThat(read(ConstrainableProperty.EXPOSURE_MODE)).isEqualTo("continuous");
        write(ConstrainableProperty.EXPOSURE_MODE, "manual");
        assertThat(mode.value()).isEqualTo(1);
        write(ConstrainableProperty.EXPOSURE_MODE, "continuous");
        assertThat(mode.value()).isEqualTo(3);
    }

    @Test
    void shutterPriorityIsByHandAndIsSetWhereNothingElseIs() throws DeviceException {
        FakeControl mode = add(FakeControl.menu(
                Cids.EXPOSURE_AUTO, "Auto Exposure", 0, Map.of(0, "Auto Mode", 2, "Shutter Priority Mode")));

        write(ConstrainableProperty.EXPOSURE_MODE, "manual");
        assertThat(mode.value()).isEqualTo(2);
        assertThat(read(ConstrainableProperty.EXPOSURE_MODE)).isEqualTo("manual");
        write(ConstrainableProperty.EXPOSURE_MODE, "continuous");
        assertThat(mode.value()).isZero();
        assertThat(read(ConstrainableProperty.EXPOSURE_MODE)).isEqualTo("continuous");
    }

    @Test
    void anExposureThatIsWhollyByHandIsPreferredToShutterPriority() throws DeviceException {
        FakeControl mode = add(FakeControl.menu(
                Cids.EXPOSURE_AUTO, "Auto Exposure", 2, Map.of(0, "Auto", 1, "Manual", 2, "Shutter", 3, "Aperture")));

        assertThat(read(ConstrainableProperty.EXPOSURE_MODE)).isEqualTo("manual");
        write(ConstrainableProperty.EXPOSURE_MODE, "manual");
        assertThat(mode.value()).isEqualTo(1);
        write(ConstrainableProperty.EXPOSURE_MODE, "continuous");
        assertThat(mode.value()).isEqualTo(3);
    }

    @Test
    void anExposureModeWithoutAnyKnownEntryIsNone() throws DeviceException {
        add(FakeControl.menu(Cids.EXPOSURE_AUTO, "Auto Exposure", 7, Map.of(7, "Magic")));

        assertThat(names()).isEmpty();
    }

    @Test
    void whiteBalanceIsByHandOrAutomaticAndOnceWhereThereIsAButton() throws DeviceException {
        FakeControl auto = add(FakeControl.bool(Cids.AUTO_WHITE_BALANCE, "White Balance, Automatic", true));
        assertThat(capability(ConstrainableProperty.WHITE_BALANCE_MODE)).isEqualTo(Choices.of("manual", "continuous"));

        FakeControl button = add(FakeControl.button(Cids.DO_WHITE_BALANCE, "Do White Balance"));
        assertThat(capability(ConstrainableProperty.WHITE_BALANCE_MODE))
                .isEqualTo(Choices.of("manual", "continuous", "single-shot"));
        assertThat(read(ConstrainableProperty.WHITE_BALANCE_MODE)).isEqualTo("continuous");
        write(ConstrainableProperty.WHITE_BALANCE_MODE, "single-shot");

        assertThat(device.orders()).endsWith("S_CTRL White Balance, Automatic = 0", "S_CTRL Do White Balance = 1");
        assertThat(auto.value()).isZero();
        assertThat(button.value()).isEqualTo(1);
        assertThat(read(ConstrainableProperty.WHITE_BALANCE_MODE)).isEqualTo("manual");
    }

    @Test
    void aPresetOfWhiteBalanceIsByHand() throws DeviceException {
        FakeControl preset = add(FakeControl.menu(
                Cids.AUTO_N_PRESET_WHITE_BALANCE,
                "White Balance, Auto & Preset",
                6,
                Map.of(0, "Manual", 1, "Auto", 6, "Daylight")));

        assertThat(capability(ConstrainableProperty.WHITE_BALANCE_MODE)).isEqualTo(Choices.of("manual", "continuous"));
        assertThat(read(ConstrainableProperty.WHITE_BALANCE_MODE)).isEqualTo("manual");
        write(ConstrainableProperty.WHITE_BALANCE_MODE, "continuous");
        assertThat(preset.value()).isEqualTo(1);
    }

    @Test
    void ofTwoControlsOfWhiteBalanceTheFirstRowCounts() throws DeviceException {
        add(FakeControl.bool(Cids.AUTO_WHITE_BALANCE, "White Balance, Automatic", true));
        add(FakeControl.menu(Cids.AUTO_N_PRESET_WHITE_BALANCE, "Preset", 0, Map.of(0, "Manual", 1, "Auto")));

        assertThat(mapped(ConstrainableProperty.WHITE_BALANCE_MODE).control().id())
                .isEqualTo(Cids.AUTO_WHITE_BALANCE);
        assertThat(ControlTable.others(described()))
                .extracting(DeviceControl::id)
                .containsExactly(Cids.AUTO_N_PRESET_WHITE_BALANCE);
    }

    @Test
    void focusIsByHandOrAutomaticAndOnceWhereThereIsAButton() throws DeviceException {
        add(FakeControl.bool(Cids.FOCUS_AUTO, "Focus, Automatic Continuous", true));
        FakeControl button = add(FakeControl.button(Cids.AUTO_FOCUS_START, "Auto Focus, Start"));

        assertThat(capability(ConstrainableProperty.FOCUS_MODE))
                .isEqualTo(Choices.of("manual", "continuous", "single-shot"));
        write(ConstrainableProperty.FOCUS_MODE, "single-shot");
        assertThat(device.orders()).endsWith("S_CTRL Focus, Automatic Continuous = 0", "S_CTRL Auto Focus, Start = 1");
        assertThat(button.value()).isEqualTo(1);
    }

    @Test
    void theTorchIsTheLampOfTheFlash() throws DeviceException {
        FakeControl led =
                add(FakeControl.menu(Cids.FLASH_LED_MODE, "LED Mode", 1, Map.of(0, "Off", 1, "Flash", 2, "Torch")));
        add(FakeControl.bool(Cids.ILLUMINATORS_1, "Illuminator 1", true));

        assertThat(capability(ConstrainableProperty.TORCH)).isEqualTo(Choices.of(false, true));
        assertThat(read(ConstrainableProperty.TORCH)).isFalse(); // ready to flash
        write(ConstrainableProperty.TORCH, true);
        assertThat(led.value()).isEqualTo(2);
        write(ConstrainableProperty.TORCH, false);
        assertThat(led.value()).isZero();
    }

    @Test
    void theTorchIsTheLampOfAMicroscopeWhereThereIsNoOther() throws DeviceException {
        add(FakeControl.menu(Cids.FLASH_LED_MODE, "LED Mode", 0, Map.of(0, "Off", 1, "Flash"))); // cannot stay on
        FakeControl lamp = add(FakeControl.bool(Cids.ILLUMINATORS_1, "Illuminator 1", false));

        write(ConstrainableProperty.TORCH, true);

        assertThat(lamp.value()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadAndSetIsLeftOut() throws DeviceException {
        add(FakeControl.integer(Cids.BRIGHTNESS, "Brightness", 0, 9, 1, 0).readOnly());
        add(FakeControl.integer(Cids.CONTRAST, "Contrast", 0, 9, 1, 0).writeOnly());
        add(FakeControl.integer(Cids.SATURATION, "Saturation", 0, 9, 1, 0).flag(0x1)); // disabled
        add(FakeControl.integer(Cids.SHARPNESS, "Sharpness", 0, 9, 1, 0).array(4));
        add(FakeControl.other(Cids.ZOOM_ABSOLUTE, "Zoom, Absolute", 5)); // 64 bits
        add(FakeControl.button(Cids.DO_WHITE_BALANCE, "Do White Balance")); // there is no mode that it belongs to

        assertThat(names()).isEmpty();
    }

    @Test
    void modesComeBeforeTheValuesThatDependOnThem() {
        List<ConstrainableProperty<?>> order = ControlTable.rows().stream()
                .<ConstrainableProperty<?>>map(ControlRow::property)
                .toList();

        for (ConstrainableProperty<?> property : order) {
            property.dependsOn()
                    .ifPresent(depends -> assertThat(order.lastIndexOf(depends.mode()))
                            .as(property.name())
                            .isLessThan(order.indexOf(property))
                            .isNotNegative());
        }
    }

    @Test
    void everyPropertyOfImageCaptureThatV4l2KnowsIsThere() {
        assertThat(ControlTable.rows())
                .extracting(row -> row.property().name())
                .contains(
                        "whiteBalanceMode",
                        "exposureMode",
                        "focusMode",
                        "exposureCompensation",
                        "exposureTime",
                        "colorTemperature",
                        "iso",
                        "brightness",
                        "contrast",
                        "pan",
                        "saturation",
                        "sharpness",
                        "focusDistance",
                        "tilt",
                        "zoom",
                        "torch");
    }

    @Test
    void aMenuWithoutAnEndIsNotAskedForToItsEnd() throws DeviceException {
        add(FakeControl.numbers(Cids.AUTO_EXPOSURE_BIAS, "Bias", 0, Map.of(0, 0L, 1, 1000L, Integer.MAX_VALUE, 2000L)));

        assertThat(capability(ConstrainableProperty.EXPOSURE_COMPENSATION)).isEqualTo(new MediaSettingsRange(0, 1, 1));
    }

    @Test
    void anEntryThatCannotBeReadIsAHole() throws DeviceException {
        add(FakeControl.menu(Cids.EXPOSURE_AUTO, "Auto Exposure", 3, Map.of(0, "Auto", 1, "Manual", 3, "Aperture")));
        device.refuse("QUERYMENU Auto Exposure 3", DeviceException.EIO);

        write(ConstrainableProperty.EXPOSURE_MODE, "continuous");

        assertThat(device.orders()).endsWith("S_CTRL Auto Exposure = 0");
    }
}
