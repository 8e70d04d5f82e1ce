// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.fixtures.LogRecords;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.provider.javacv.v4l2.Cids;
import org.mediacapture.provider.javacv.v4l2.DeviceFile;
import org.mediacapture.provider.javacv.v4l2.DeviceNode;
import org.mediacapture.provider.javacv.v4l2.FakeControl;
import org.mediacapture.provider.javacv.v4l2.FakeDevice;
import org.mediacapture.provider.javacv.v4l2.FakeFormats.Interval;
import org.mediacapture.provider.javacv.v4l2.FakeFormats.Size;

class LocalDiscoveryTest {
    private static final int EACCES = 13;
    private static final int EIO = 5;
    private static final int ENODEV = 19;

    private final Map<String, FakeDevice> plugged = new TreeMap<>();
    private final Map<String, JavacvDevice> cameras = new TreeMap<>();
    private final List<String> labels = new ArrayList<>();
    private final List<List<String>> troubles = new ArrayList<>();
    private final LogRecords log = new LogRecords(LocalDiscovery.class);
    private final DeviceFile.Opener opener = path -> plugged.get(path).open(path);
    private final LocalDiscovery discovery = new LocalDiscovery(opener, this::add, troubles::add);

    @AfterEach
    void nothingStaysOpen() {
        log.close();
        plugged.values().forEach(device -> assertThat(device.openFiles()).isZero());
    }

    private Runnable add(CameraPlan plan, JavacvDevice camera) {
        cameras.put(plan.url().address(), camera);
        labels.add(plan.label());
        return () -> cameras.remove(plan.url().address());
    }

    private FakeDevice plug(int number) {
        FakeDevice device = new FakeDevice().card("Camera " + number);
        device.formats().add("YUYV", Size.of(640, 480, Interval.rate(30)));
        plugged.put("/dev/video" + number, device);
        return device;
    }

    /** Device files; a file has another key when it was made anew. */
    private static DeviceNode node(int number, String key) {
        return new DeviceNode(Path.of("/dev/video" + number), key);
    }

    private boolean see(DeviceNode... nodes) {
        return discovery.devices(List.of(nodes));
    }

    @Test
    void aCameraIsAddedWithWhatItCanDo() {
        plug(0).controls().add(FakeControl.integer(Cids.BRIGHTNESS, "Brightness", 0, 9, 1, 5));

        assertThat(see(node(0, "a"))).isTrue();

        JavacvDevice camera = cameras.get("v4l2:/dev/video0");
        assertThat(labels).containsExactly("Camera 0");
        assertThat(camera.modes()).extracting(VideoMode::toString).containsExactly("640x480@30.0 YUYV");
        assertThat(camera.controls().properties()).containsExactly(ConstrainableProperty.BRIGHTNESS);
        assertThat(camera.group()).contains("usb-fake-1");
        assertThat(camera.exclusive()).isTrue();
    }

    @Test
    void aCameraIsAskedOnceAndGoesWhenItsFileGoes() {
        FakeDevice device = plug(0);
        see(node(0, "a"));
        device.forget();

        assertThat(see(node(0, "a"))).isTrue();
        assertThat(device.asked()).isEmpty();
        assertThat(cameras).hasSize(1);

        see();
        assertThat(cameras).isEmpty();
    }

    @Test
    void aFileThatWasMadeAnewIsAnotherCamera() {
        plug(0);
        see(node(0, "a"));
        JavacvDevice first = cameras.get("v4l2:/dev/video0");

        see(node(0, "b"));

        assertThat(cameras).hasSize(1);
        assertThat(cameras.get("v4l2:/dev/video0")).isNotSameAs(first);
    }

    @Test
    void whatIsNoCameraIsAskedOnce() {
        FakeDevice metadata = plug(1).flags(FakeDevice.DEVICE_CAPS | FakeDevice.CAPTURE, FakeDevice.METADATA);
        FakeDevice foreign = plug(2);
        foreign.formats().clear().add("H264", Size.of(640, 480, Interval.rate(30)));

        assertThat(see(node(1, "a"), node(2, "b"))).isTrue();
        assertThat(metadata.asked()).containsExactly("open", "QUERYCAP", "close");
        foreign.forget();
        see(node(1, "a"), node(2, "b"));

        assertThat(cameras).isEmpty();
        assertThat(foreign.asked()).isEmpty();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aDeviceThatCannotBeOpenedIsLookedAtAgainAndToldOnce() {
        FakeDevice device = plug(0).refuse("open", EACCES);
        plug(1);

        assertThat(see(node(0, "a"), node(1, "b"))).isFalse();
        assertThat(cameras).containsOnlyKeys("v4l2:/dev/video1");
        assertThat(see(node(0, "a"), node(1, "b"))).isFalse();
        assertThat(troubles)
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .singleElement()
                        .asString()
                        .startsWith("v4l2:/dev/video0: permission denied")
                        .contains("group"));

        device.allow("open");
        assertThat(see(node(0, "a"), node(1, "b"))).isTrue();
        assertThat(cameras).hasSize(2);
        assertThat(troubles).hasSize(2);
        assertThat(troubles.get(1)).isEmpty();
    }

    @Test
    void aDeviceThatFailsWhileItIsAskedIsLookedAtAgain() {
        FakeDevice device = plug(0).refuse("ENUM_FRAMESIZES", EIO);

        assertThat(see(node(0, "a"))).isFalse();
        device.allow("ENUM_FRAMESIZES");
        assertThat(see(node(0, "a"))).isTrue();

        assertThat(cameras).hasSize(1);
    }

    @Test
    void aDeviceThatGoesWhileItIsAskedIsNoTrouble() {
        plug(0).refuse("ENUM_FMT", ENODEV);

        assertThat(see(node(0, "a"))).isTrue();

        assertThat(cameras).isEmpty();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aDeviceThatCannotBeUnderstoodDoesNotHideTheOthers() {
        plug(0).before("ENUM_FMT", () -> {
            throw new IllegalStateException("nonsense");
        });
        plug(1);

        assertThat(see(node(0, "a"), node(1, "b"))).isTrue();
        see(node(0, "a"), node(1, "b"));

        assertThat(cameras).containsOnlyKeys("v4l2:/dev/video1");
        assertThat(log.levels()).containsOnlyOnce(Level.WARNING);
    }

    @Test
    void closingTakesAllCamerasAwayAndNoneIsAddedAfterwards() {
        plug(0);
        plug(1);
        see(node(0, "a"));

        discovery.close();
        discovery.close();
        see(node(0, "a"), node(1, "b"));

        assertThat(cameras).isEmpty();
        assertThat(plugged.get("/dev/video1").asked()).isEmpty();
    }

    @Test
    void aCameraThatIsBeingAskedWhenTheDiscoveryIsClosedIsNotAdded() {
        plug(0).before("ENUM_FMT", discovery::close);

        see(node(0, "a"));

        assertThat(cameras).isEmpty();
        assertThat(labels).isEmpty();
    }

    @Test
    void aCameraThatIsBeingAddedWhenTheDiscoveryIsClosedIsTakenAway() {
        List<String> removed = new ArrayList<>();
        List<LocalDiscovery> late = new ArrayList<>();
        late.add(new LocalDiscovery(
                opener,
                (plan, camera) -> {
                    late.get(0).close();
                    return () -> removed.add(plan.label());
                },
                troubles::add));
        plug(0);

        late.get(0).devices(List.of(node(0, "a")));

        assertThat(removed).containsExactly("Camera 0");
    }
}
