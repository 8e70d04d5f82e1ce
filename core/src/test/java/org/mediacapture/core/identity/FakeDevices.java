// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The parts of {@code /sys} and {@code /dev} that tell about cameras, in a directory of the test. Confined to the test's thread. */
final class FakeDevices {
    /** The USB controller of most computers. */
    static final String PCI = "devices/pci0000:00/0000:00:14.0";

    private final Path root;

    FakeDevices(Path root) {
        this.root = root;
        folder(devices());
        folder(root.resolve("dev"));
    }

    /** A USB device whose first interface is a camera with one node. */
    void usb(String video, String port, String model, String serial) {
        usb(video, port, model, serial, 0, 0);
    }

    /**
     * A node of a USB camera.
     *
     * @param video its name, such as video0
     * @param port the device's place, such as {@code usb1/1-4}
     * @param model vendor and product, such as 046d:0825
     * @param serial serial number, or "" for none
     * @param interfaceNumber which of the device's cameras it is
     * @param index which of the camera's nodes it is
     */
    void usb(String video, String port, String model, String serial, int interfaceNumber, int index) {
        Path device = sys(PCI).resolve(port);
        Path hub = sys(PCI).resolve(port.substring(0, port.indexOf('/')));
        String[] ids = model.split(":");
        attributes(hub, Map.of("idVendor", "1d6b", "idProduct", "0002", "version", " 2.00"));
        attributes(device, Map.of("idVendor", ids[0], "idProduct", ids[1]));
        if (!serial.isEmpty()) {
            attributes(device, Map.of("serial", serial));
        }
        Path function = device.resolve(device.getFileName() + ":1." + interfaceNumber);
        attributes(function, Map.of("bInterfaceNumber", "0" + interfaceNumber));
        node(video, function, index, "UVC Camera");
    }

    /** A USB 3 bus instead of the USB 2 one that {@link #usb} makes. */
    void version(String bus, String version) {
        attributes(sys(PCI).resolve(bus), Map.of("version", version));
    }

    /** A device that hangs on no USB bus, such as a camera interface of the processor. */
    void platform(String video, String place, int index, String name) {
        node(video, folder(sys(place)), index, name);
    }

    /** A device of software, which hangs on nothing. */
    void virtual(String video, String name) {
        Path node = sys("devices/virtual/video4linux").resolve(video);
        attributes(node, Map.of("name", name));
        link(devices().resolve(video), node);
        file(root.resolve("dev").resolve(video), "");
    }

    /** A further name of a device file, such as udev makes. */
    void alias(String path, String video) {
        link(root.resolve(path), root.resolve("dev").resolve(video));
    }

    /** Pulls everything out. */
    void clear() {
        for (String part : List.of("sys", "dev")) {
            try (var files = Files.walk(root.resolve(part))) {
                files.sorted(Comparator.reverseOrder()).forEach(FakeDevices::delete);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        folder(devices());
        folder(root.resolve("dev"));
    }

    private void node(String video, Path owner, int index, String name) {
        Path node = owner.resolve("video4linux").resolve(video);
        attributes(node, Map.of("name", name, "index", String.valueOf(index)));
        link(node.resolve("device"), owner);
        link(devices().resolve(video), node);
        file(root.resolve("dev").resolve(video), "");
    }

    private Path devices() {
        return sys("class/video4linux");
    }

    private Path sys(String path) {
        return root.resolve("sys").resolve(path);
    }

    private static void attributes(Path folder, Map<String, String> values) {
        folder(folder);
        values.forEach((name, value) -> file(folder.resolve(name), value + "\n"));
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void file(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void link(Path path, Path target) {
        try {
            folder(path.getParent());
            Files.createSymbolicLink(path, path.getParent().relativize(target));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
