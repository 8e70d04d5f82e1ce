// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.VideoMode;

/** What providers find in a camera, and how fast it delivers that; for the report. */
@InLab
class ModesTest {
    private static final int FRAMES = 30;
    private static final int MOST_MEASURED = 6;
    private static final Map<PixelFormat, String> V4L2_FORMATS = Map.of(
            PixelFormat.MJPEG, "MJPG", PixelFormat.YUYV, "YUYV", PixelFormat.NV12, "NV12", PixelFormat.BGR24, "YUYV");

    private final LabFramework framework;
    private final CameraLab lab;
    private final LabReport report;

    ModesTest(LabFramework framework, CameraLab lab, LabReport report) {
        this.framework = framework;
        this.lab = lab;
        this.report = report;
    }

    @ParameterizedTest
    @CsvSource({"javacv, uvcvideo", "javacv, vivid", "webcam, uvcvideo", "webcam, vivid"})
    void everyModeDeliversFrames(String provider, String driver) throws Exception {
        VideoNode camera = lab.camera(driver);
        CameraDevice device = framework.device(provider, camera.address());
        List<VideoMode> modes;
        MediaTrackCapabilities controls;
        try (CameraSession session = device.open(new FrameTimes(1))) {
            modes = session.modes();
            controls = session.controls();
        }

        report.add(LabTable.DEVICES, camera.name(), driver, provider, summary(modes));
        if (provider.equals("javacv") && driver.equals("vivid")) {
            report(camera, controls);
        }
        for (VideoMode mode : fewOf(modes)) {
            double ours = rate(device, mode);
            report.add(LabTable.RATES, camera.name(), provider, mode, ours, rate(camera, mode));
            assertThat(ours).isPositive();
        }
    }

    /** Each format with its sizes, and for each size the highest rate. */
    private static String summary(List<VideoMode> modes) {
        return modes.stream()
                .collect(Collectors.groupingBy(
                        VideoMode::format,
                        TreeMap::new,
                        Collectors.groupingBy(
                                mode -> mode.width() + "x" + mode.height(),
                                LinkedHashMap::new,
                                Collectors.reducing(0.0, VideoMode::frameRate, Math::max))))
                .entrySet()
                .stream()
                .map(format -> format.getKey() + " "
                        + format.getValue().entrySet().stream()
                                .map(size -> size.getKey() + "@" + size.getValue())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    /** Of this driver every property has V4L2's name; the USB camera's are in {@link ControlsTest}. */
    private void report(VideoNode camera, MediaTrackCapabilities controls) {
        for (ConstrainableProperty<?> property : controls.properties()) {
            String name = property.name().replaceFirst("^" + ConstrainableProperty.VENDOR_PREFIX, "");
            lab.control(camera, name); // it is one
            report.add(
                    LabTable.CONTROLS,
                    camera.driver(),
                    property.name(),
                    name,
                    ControlsTest.range(controls.get(property).orElseThrow()),
                    property.unit());
        }
    }

    /** One of each format and size, the fastest; of many, those with the smallest pictures. */
    private static List<VideoMode> fewOf(List<VideoMode> modes) {
        return modes.stream()
                .collect(Collectors.groupingBy(
                        mode -> List.of(mode.format(), mode.width(), mode.height()),
                        Collectors.maxBy(Comparator.comparingDouble(VideoMode::frameRate))))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt((VideoMode mode) -> mode.width() * mode.height())
                        .thenComparing(VideoMode::format))
                .limit(MOST_MEASURED)
                .toList();
    }

    private static double rate(CameraDevice device, VideoMode mode) throws Exception {
        FrameTimes times = new FrameTimes(FRAMES);
        try (CameraSession session = device.open(times)) {
            session.start(mode);
            return times.rate();
        }
    }

    private double rate(VideoNode camera, VideoMode mode) {
        lab.v4l2(
                camera,
                "--set-fmt-video",
                "width=" + mode.width() + ",height=" + mode.height() + ",pixelformat="
                        + V4L2_FORMATS.getOrDefault(mode.format(), "YUYV"),
                "--set-parm",
                Long.toString(Math.round(mode.frameRate())));
        return V4l2Stream.parse(lab.v4l2(camera, "--stream-mmap", "--verbose", "--stream-count", "" + FRAMES))
                .rate();
    }
}
