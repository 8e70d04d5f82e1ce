// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses lead to the same camera. */
class IdentitiesTest {
    private static final String LOGITECH = "046d:0825";
    private static final String OTHER = "0c45:6366";

    @TempDir
    Path root;

    private FakeDevices devices;
    private Identities identities;

    @BeforeEach
    void boot() {
        devices = new FakeDevices(root);
        identities = Identities.of(root);
    }

    static Stream<Arguments> pluggedInTwice() {
        return Stream.of(
                same(
                        "under another number of the device file",
                        one -> one.usb("video0", "usb1/1-4", LOGITECH, ""),
                        two -> two.usb("video3", "usb1/1-4", LOGITECH, "")),
                same(
                        "while the bus has another number",
                        one -> one.usb("video0", "usb1/1-4/1-4.2", LOGITECH, ""),
                        two -> two.usb("video0", "usb3/3-4/3-4.2", LOGITECH, "")),
                same(
                        "in another port, with a serial number",
                        one -> one.usb("video0", "usb1/1-4", LOGITECH, "8A3B1C2F"),
                        two -> two.usb("video0", "usb1/1-2", LOGITECH, "8A3B1C2F")),
                other(
                        "in another port, without a serial number",
                        one -> one.usb("video0", "usb1/1-4", LOGITECH, ""),
                        two -> two.usb("video0", "usb1/1-2", LOGITECH, "")),
                other(
                        "another model in its port",
                        one -> one.usb("video0", "usb1/1-4", LOGITECH, ""),
                        two -> two.usb("video0", "usb1/1-4", OTHER, "")),
                other(
                        "one of its kind with another serial number in its port",
                        one -> one.usb("video0", "usb1/1-4", LOGITECH, "8A3B1C2F"),
                        two -> two.usb("video0", "usb1/1-4", LOGITECH, "11111111")),
                other(
                        "another model with the same serial number",
                        one -> one.usb("video0", "usb1/1-4", LOGITECH, "0001"),
                        two -> two.usb("video0", "usb1/1-4", OTHER, "0001")),
                other(
                        "a port of the same number on a bus of another version",
                        one -> one.usb("video0", "usb1/1-4", LOGITECH, ""),
                        two -> {
                            two.usb("video0", "usb2/2-4", LOGITECH, "");
                            two.version("usb2", " 3.00");
                        }),
                other(
                        "another camera of one device",
                        one -> one.usb("video0", "usb1/1-4", LOGITECH, "8A3B1C2F", 0, 0),
                        two -> two.usb("video0", "usb1/1-4", LOGITECH, "8A3B1C2F", 2, 0)),
                other(
                        "another node of one camera",
                        one -> one.usb("video0", "usb1/1-4", LOGITECH, "8A3B1C2F", 0, 0),
                        two -> two.usb("video0", "usb1/1-4", LOGITECH, "8A3B1C2F", 0, 1)),
                same(
                        "at the processor, under another number",
                        one -> one.platform("video0", "devices/platform/soc/fe801000.csi", 0, "unicam"),
                        two -> two.platform("video5", "devices/platform/soc/fe801000.csi", 0, "unicam")),
                other(
                        "at the processor, another interface",
                        one -> one.platform("video0", "devices/platform/soc/fe800000.csi", 0, "unicam"),
                        two -> two.platform("video0", "devices/platform/soc/fe801000.csi", 0, "unicam")),
                other(
                        "of software, another number",
                        one -> one.virtual("video10", "loopback"),
                        two -> two.virtual("video11", "loopback")),
                other(
                        "of software, another name",
                        one -> one.virtual("video10", "loopback"),
                        two -> two.virtual("video10", "screen")));
    }

    @ParameterizedTest(name = "{0}: the same camera is {1}")
    @MethodSource("pluggedInTwice")
    void aCameraIsKnownAgainByWhatDoesNotLie(
            String what, boolean isSame, Consumer<FakeDevices> one, Consumer<FakeDevices> two) {
        one.accept(devices);
        String before = theOnly();
        devices.clear();
        two.accept(devices);

        assertThat(theOnly().equals(before)).isEqualTo(isSame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0001"})
    void twoEqualCamerasStayTwo(String serial) {
        devices.usb("video0", "usb1/1-1", LOGITECH, serial);
        devices.usb("video2", "usb1/1-2", LOGITECH, serial);

        assertThat(at("video0")).isNotEqualTo(at("video2"));
    }

    @Test
    void equalCamerasAreKnownByTheirPortsAfterARestartInWhateverOrderTheyCome() {
        devices.usb("video0", "usb1/1-1", LOGITECH, "0001");
        devices.usb("video2", "usb1/1-2", LOGITECH, "0001");
        Optional<String> first = at("video0");
        Optional<String> second = at("video2");
        devices.clear();
        devices.usb("video0", "usb1/1-2", LOGITECH, "0001");
        devices.usb("video2", "usb1/1-1", LOGITECH, "0001");

        Identities restarted = Identities.of(root);

        assertThat(restarted.deviceAt("v4l2:/dev/video0")).isEqualTo(second);
        assertThat(restarted.deviceAt("v4l2:/dev/video2")).isEqualTo(first);
    }

    @Test
    void aCameraStaysItselfWhenOneWithItsSerialNumberComesAndGoes() {
        devices.usb("video0", "usb1/1-1", LOGITECH, "0001");
        Optional<String> first = at("video0");
        devices.usb("video2", "usb1/1-2", LOGITECH, "0001");
        Optional<String> second = at("video2");
        assertThat(second).isNotEqualTo(first);
        assertThat(at("video0")).isEqualTo(first);
        devices.clear();
        devices.usb("video0", "usb1/1-2", LOGITECH, "0001");

        assertThat(at("video0"))
                .as("the second one, alone, under the first one's number")
                .isEqualTo(second);
    }

    @Test
    void aCameraThatHasBeenMovedIsNotTakenForTheOneThatComesToItsPlace() {
        devices.usb("video0", "usb1/1-1", LOGITECH, "0001");
        Optional<String> first = at("video0");
        devices.clear();
        devices.usb("video0", "usb1/1-2", LOGITECH, "0001");
        assertThat(at("video0")).as("moved, as far as anybody can tell").isEqualTo(first);
        devices.usb("video2", "usb1/1-1", LOGITECH, "0001");

        assertThat(at("video2")).isNotEqualTo(first);
        assertThat(at("video0")).isEqualTo(first);
    }

    @Test
    void everyNameOfADeviceFileLeadsToTheDevice() {
        devices.usb("video0", "usb1/1-1", LOGITECH, "");
        devices.alias("dev/v4l/by-id/usb-046d_0825-video-index0", "video0");
        devices.alias("dev/front door", "video0");

        assertThat(at("video0")).isPresent();
        assertThat(identities.deviceAt("v4l2:/dev/v4l/by-id/usb-046d_0825-video-index0"))
                .isEqualTo(at("video0"));
        assertThat(identities.deviceAt("v4l2:/dev/front%20door")).isEqualTo(at("video0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v4l2:/dev/video9",
                "v4l2:/dev/null",
                "v4l2:/dev",
                "v4l2:/",
                "v4l2:video0",
                "mock:video0",
                "http://10.0.0.1/dev/video0",
                "file:/dev/video0",
                "no address at all",
                ""
            })
    void ofAnyOtherAddressNothingIsKnown(String address) throws Exception {
        devices.usb("video0", "usb1/1-1", LOGITECH, "");
        Files.createFile(root.resolve("dev/null"));

        assertThat(identities.deviceAt(address)).isEmpty();
    }

    @Test
    void withoutSysfsNothingIsKnown() throws Exception {
        Path bare = Files.createDirectories(root.resolve("bare/dev"));
        Files.createFile(bare.resolve("video0"));

        assertThat(Identities.of(root.resolve("bare")).deviceAt("v4l2:/dev/video0"))
                .isEmpty();
    }

    private Optional<String> at(String video) {
        return identities.deviceAt("v4l2:/dev/" + video);
    }

    private String theOnly() {
        try (var nodes = Files.list(root.resolve("sys/class/video4linux"))) {
            return at(nodes.findFirst().orElseThrow().getFileName().toString()).orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Arguments same(String what, Consumer<FakeDevices> one, Consumer<FakeDevices> two) {
        return Arguments.of(what, true, one, two);
    }

    private static Arguments other(String what, Consumer<FakeDevices> one, Consumer<FakeDevices> two) {
        return Arguments.of(what, false, one, two);
    }
}
