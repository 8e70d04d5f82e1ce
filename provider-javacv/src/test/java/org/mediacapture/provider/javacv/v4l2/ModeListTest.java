// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.provider.javacv.v4l2.FakeFormats.Interval;
import org.mediacapture.provider.javacv.v4l2.FakeFormats.Size;

class ModeListTest {
    private final FakeDevice device = new FakeDevice();

    private ModeList modes() throws Exception {
        return ModeList.of(new VideoNode(device.open("/dev/video0")));
    }

    private List<String> told() throws Exception {
        return modes().modes().stream().map(VideoMode::toString).toList();
    }

    @Test
    void everySizeAndRateIsAModeInTheOrderOfTheDriverTheFastestFirst() throws Exception {
        device.formats()
                .add(
                        "YUYV",
                        Size.of(640, 480, Interval.rate(15), Interval.rate(30)),
                        Size.of(320, 240, Interval.rate(30)));

        assertThat(told()).containsExactly("640x480@30.0 YUYV", "640x480@15.0 YUYV", "320x240@30.0 YUYV");
    }

    @Test
    void jpegIsPreferredForTheSizesAndRatesThatItReaches() throws Exception {
        device.formats()
                .add(
                        "YUYV",
                        Size.of(640, 480, Interval.rate(30), Interval.rate(10)),
                        Size.of(160, 120, Interval.rate(30)))
                .add("MJPG", Size.of(1280, 720, Interval.rate(30)), Size.of(640, 480, Interval.rate(30)));

        assertThat(told())
                .containsExactly("640x480@30.0 MJPEG", "640x480@10.0 YUYV", "160x120@30.0 YUYV", "1280x720@30.0 MJPEG");
    }

    @Test
    void ofRawFormatsTheUsualOneIsPreferred() throws Exception {
        Size size = Size.of(640, 480, Interval.rate(30));
        device.formats().add("BGR3", size).add("NV12", size).add("YUYV", size);

        assertThat(told()).containsExactly("640x480@30.0 YUYV");
    }

    @Test
    void formatsThatCannotBeLentAreLeftOut() throws Exception {
        device.formats()
                .add("UYVY", Size.of(640, 480, Interval.rate(30)))
                .add("H264", Size.of(640, 480, Interval.rate(30)));

        assertThat(told()).isEmpty();
    }

    @Test
    void ofSteppedSizesTheUsualOnesOnTheStepsAndBothEndsAreTaken() throws Exception {
        device.formats().add("YUYV", Size.steps(new int[] {48, 1296, 16}, new int[] {32, 976, 8}, Interval.rate(25)));

        assertThat(told())
                .containsExactly(
                        "48x32@25.0 YUYV",
                        "160x120@25.0 YUYV",
                        "320x240@25.0 YUYV",
                        "640x360@25.0 YUYV",
                        "640x480@25.0 YUYV",
                        "800x600@25.0 YUYV",
                        "1024x768@25.0 YUYV",
                        "1280x720@25.0 YUYV",
                        "1280x960@25.0 YUYV",
                        "1296x976@25.0 YUYV");
    }

    @Test
    void ofContinuousSizesTheUsualOnesAndBothEndsAreTakenOnce() throws Exception {
        device.formats().add("NV12", Size.all(160, 120, 640, 480, Interval.rate(30)));

        assertThat(told())
                .containsExactly(
                        "160x120@30.0 NV12",
                        "320x180@30.0 NV12",
                        "320x240@30.0 NV12",
                        "640x360@30.0 NV12",
                        "640x480@30.0 NV12");
    }

    @Test
    void aRangeOfSizesIsToldOnceHoweverOftenTheDriverTellsIt() throws Exception {
        device.formats()
                .add("NV12", Size.all(160, 120, 320, 240, Interval.rate(30)))
                .endless();

        assertThat(told()).containsExactly("160x120@30.0 NV12", "320x180@30.0 NV12", "320x240@30.0 NV12");
        assertThat(device.asked())
                .filteredOn(what -> what.startsWith("ENUM_FRAMESIZES"))
                .hasSize(1);
    }

    @Test
    void ofSteppedAndContinuousRatesTheUsualOnesAndBothEndsAreTaken() throws Exception {
        device.formats()
                .add("YUYV", Size.of(640, 480, Interval.steps(60, 20)))
                .add("NV12", Size.of(320, 240, Interval.all(13, 4)));

        assertThat(told())
                .containsExactly(
                        "640x480@60.0 YUYV",
                        "640x480@50.0 YUYV",
                        "640x480@30.0 YUYV",
                        "640x480@25.0 YUYV",
                        "640x480@24.0 YUYV",
                        "640x480@20.0 YUYV",
                        "320x240@13.0 NV12",
                        "320x240@10.0 NV12",
                        "320x240@5.0 NV12",
                        "320x240@4.0 NV12");
    }

    @Test
    void aRateThatIsNoWholeNumberIsToldToTheThousandthAndSetAsTheDriverToldIt() throws Exception {
        device.formats().add("MJPG", Size.of(640, 480, Interval.of(1001, 30_000), Interval.of(333_333, 10_000_000)));

        ModeList modes = modes();

        assertThat(modes.modes()).extracting(VideoMode::frameRate).containsExactly(30.0, 29.97);
        assertThat(modes.of(modes.modes().get(1)).orElseThrow().interval())
                .isEqualTo(new DeviceMode.Interval(1001, 30_000));
    }

    @Test
    void aDriverThatListsNoSizesHasTheOneThatIsSet() throws Exception {
        device.formats().add("YUYV");

        assertThat(told()).containsExactly("640x480@30.0 YUYV");
    }

    @Test
    void aDriverThatTellsNoRatesIsTakenForTheUsualOne() throws Exception {
        device.formats().add("YUYV", Size.of(352, 288));

        assertThat(told()).containsExactly("352x288@30.0 YUYV");
    }

    @Test
    void aRateOfNothingIsLeftOut() throws Exception {
        device.formats().add("YUYV", Size.of(352, 288, Interval.of(0, 30), Interval.of(1, 0), Interval.rate(10)));

        assertThat(told()).containsExactly("352x288@10.0 YUYV");
    }

    @Test
    void aSizeOfNothingIsLeftOut() throws Exception {
        device.formats()
                .add("YUYV", Size.of(0, 0, Interval.rate(30)), Size.of(-1, 480, Interval.rate(30)), Size.of(8, 8));

        assertThat(told()).containsExactly("8x8@30.0 YUYV");
    }

    @Test
    void aModeOfAnotherCameraIsNone() throws Exception {
        device.formats().add("YUYV", Size.of(640, 480, Interval.rate(30)));

        assertThat(modes().of(new VideoMode(640, 480, 30, PixelFormat.MJPEG))).isEmpty();
    }

    @Test
    void aCameraThatGoesWhileItIsAskedIsGone() {
        device.formats().add("YUYV", Size.of(640, 480, Interval.rate(30)));
        device.refuse("ENUM_FRAMEINTERVALS", DeviceException.ENODEV);

        assertThatThrownBy(this::modes).hasMessageContaining("the device is gone");
    }
}
