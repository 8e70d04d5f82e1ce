// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.mediacapture.fixtures.Jpegs;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.javacv.v4l2.Cids;
import org.mediacapture.provider.javacv.v4l2.DeviceNode;
import org.mediacapture.provider.javacv.v4l2.FakeControl;
import org.mediacapture.provider.javacv.v4l2.FakeDevice;
import org.mediacapture.provider.javacv.v4l2.FakeFormats.Interval;
import org.mediacapture.provider.javacv.v4l2.FakeFormats.Size;
import org.mediacapture.provider.javacv.v4l2.FakePicture;
import org.mediacapture.testkit.CameraDeviceContract;

/** A camera at this computer keeps the contract, also when it is silent or pulled out; its driver is a script. */
class LocalCameraContractTest extends CameraDeviceContract {
    private static final int RATE = 50;
    private static final int FEW = 5;

    private static Path file;

    private final List<FakeDevice> plugged = new ArrayList<>();
    private final Map<String, byte[]> jpegs = new ConcurrentHashMap<>();

    @BeforeAll
    static void plugIn(@TempDir Path folder) throws Exception {
        file = Files.createFile(folder.resolve("video0"));
    }

    /** Nothing stays open, and nothing of the driver's in memory. */
    @Override
    protected void release(CameraDevice device) throws Exception {
        super.release(device);
        for (FakeDevice driver : plugged) {
            Awaitility.await().atMost(patience()).until(() -> driver.openFiles() == 0);
            Awaitility.await().atMost(patience()).until(() -> driver.stream().mapped() == 0);
        }
    }

    private CameraPlan plan() {
        return Plans.of("v4l2:" + file);
    }

    private FakeDevice driver() {
        FakeDevice driver = new FakeDevice();
        plugged.add(driver);
        driver.formats()
                .add("YUYV", Size.of(64, 48, Interval.rate(RATE), Interval.of(1001, 30_000)))
                .add("MJPG", Size.of(320, 240, Interval.rate(RATE)), Size.of(64, 48, Interval.rate(25)))
                .add("NV12", Size.of(160, 120, Interval.rate(RATE)));
        driver.stream().runs(RATE, number -> picture(driver, number));
        FakeControl exposure = driver.controls()
                .add(FakeControl.menu(Cids.EXPOSURE_AUTO, "Auto Exposure", 3, Map.of(1, "Manual", 3, "Aperture")));
        driver.controls()
                .add(FakeControl.integer(Cids.EXPOSURE_ABSOLUTE, "Exposure Time, Absolute", 3, 2047, 1, 250)
                        .activeWhile(exposure, 1));
        FakeControl white =
                driver.controls().add(FakeControl.bool(Cids.AUTO_WHITE_BALANCE, "White Balance, Automatic", true));
        driver.controls()
                .add(FakeControl.integer(Cids.WHITE_BALANCE_TEMPERATURE, "Temperature", 2800, 6500, 10, 4000)
                        .activeWhile(white, 0));
        driver.controls().add(FakeControl.bool(Cids.FOCUS_AUTO, "Focus, Automatic Continuous", true));
        driver.controls().add(FakeControl.button(Cids.AUTO_FOCUS_START, "Auto Focus, Start"));
        driver.controls().add(FakeControl.integer(Cids.ZOOM_ABSOLUTE, "Zoom, Absolute", 100, 500, 1, 100));
        driver.controls().add(FakeControl.integer(Cids.PAN_ABSOLUTE, "Pan, Absolute", -36_000, 36_000, 3600, 0));
        driver.controls()
                .add(FakeControl.numbers(
                        Cids.AUTO_EXPOSURE_BIAS, "Bias", 2, Map.of(0, -1000L, 1, -500L, 2, 0L, 3, 500L, 4, 1000L)));
        driver.controls().add(FakeControl.integer(Cids.BRIGHTNESS, "Brightness", -64, 64, 1, 0));
        driver.controls().add(FakeControl.integer(Cids.GAIN, "Gain", 0, 255, 1, 16));
        driver.controls()
                .add(FakeControl.menu(
                        Cids.POWER_LINE_FREQUENCY, "Power Line Frequency", 1, Map.of(0, "Disabled", 1, "50 Hz")));
        return driver;
    }

    private FakePicture picture(FakeDevice driver, long number) {
        FakePicture picture = FakePicture.number(number);
        int width = driver.formats().width();
        int height = driver.formats().height();
        return driver.formats().isCompressed()
                ? picture.of(jpegs.computeIfAbsent(width + "x" + height, size -> Jpegs.image(1, width, height, "jpeg")))
                : picture;
    }

    private JavacvDevice camera(FakeDevice driver) {
        List<JavacvDevice> found = new ArrayList<>();
        new LocalDiscovery(
                        driver,
                        (plan, camera) -> {
                            found.add(camera);
                            return () -> {};
                        },
                        troubles -> {})
                .devices(List.of(new DeviceNode(file, "a")));
        return found.get(0);
    }

    @Override
    protected CameraDevice device() {
        return camera(driver());
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of(
                CameraProperties.ADDRESS,
                plan().url().address(),
                CameraProperties.LABEL,
                plan().label(),
                CameraProperties.NAME,
                plan().name(),
                CameraProperties.PROVIDER,
                ProviderSettings.NAME);
    }

    @Override
    protected Optional<CameraDevice> deviceThatFallsSilent() {
        FakeDevice driver = driver();
        driver.stream().runs(RATE, number -> {
            if (number == FEW) {
                driver.stream().fallSilent();
            }
            return picture(driver, number);
        });
        return Optional.of(camera(driver));
    }

    @Override
    protected Optional<CameraDevice> deviceThatIsUnplugged() {
        FakeDevice driver = driver();
        driver.stream().runs(RATE, number -> {
            if (number == FEW) {
                driver.unplug();
            }
            return picture(driver, number);
        });
        return Optional.of(camera(driver));
    }
}
