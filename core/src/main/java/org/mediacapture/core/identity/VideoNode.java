// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A video device as the kernel describes it in sysfs. Immutable.
 *
 * @param place where it is plugged in: the path of the device, without the numbers that the kernel gives to buses as it finds them
 * @param model vendor and product of a USB device, else the name that the driver tells
 * @param serial the serial number that the device claims, or ""
 * @param function which of the device's cameras it is, and which of that camera's nodes
 */
record VideoNode(String place, String model, String serial, String function) {
    private static final String VENDOR = "idVendor";

    /**
     * Reads what sysfs tells of a device.
     *
     * @param sysfs where sysfs is mounted
     * @param entry the device in it, such as {@code class/video4linux/video0}, or a link to it
     * @throws IOException if there is none, or it goes at this moment
     */
    static VideoNode read(Path sysfs, Path entry) throws IOException {
        Path root = sysfs.toRealPath();
        Path node = entry.toRealPath();
        Path link = node.resolve("device");
        if (!Files.exists(link)) { // of software, such as v4l2loopback: its number is all that tells it from others
            return new VideoNode(root.relativize(node).toString(), text(node, "name"), "", "");
        }
        Path owner = link.toRealPath();
        String index = text(node, "index");
        Optional<Path> usb = usbDevice(root, owner);
        if (usb.isEmpty()) {
            return new VideoNode(root.relativize(owner).toString(), text(node, "name"), "", index);
        }
        return new VideoNode(
                port(root, usb.get()),
                text(usb.get(), VENDOR) + ":" + text(usb.get(), "idProduct"),
                text(usb.get(), "serial"),
                text(owner, "bInterfaceNumber") + "." + index);
    }

    private static Optional<Path> usbDevice(Path root, Path owner) {
        for (Path folder = owner; folder.startsWith(root) && !folder.equals(root); folder = folder.getParent()) {
            if (Files.exists(folder.resolve(VENDOR)) && Files.exists(folder.resolve("idProduct"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /**
     * {@code devices/pci0000:00/0000:00:14.0/usb2.00/1/1.4} for {@code …/usb3/3-1/3-1.4}: buses are numbered in the order in which
     * their controllers come up, ports by the hardware. A controller has a bus for each version of USB, with ports of equal numbers.
     */
    private static String port(Path root, Path usb) throws IOException {
        StringJoiner port = new StringJoiner("/");
        Path folder = root;
        for (Path segment : root.relativize(usb)) {
            folder = folder.resolve(segment);
            String name = segment.toString();
            port.add(
                    name.matches("usb\\d+") ? "usb" + text(folder, "version") : name.replaceFirst("^\\d+-(?=\\d)", ""));
        }
        return port.toString();
    }

    /** An attribute, or "" if the device has none of that name. */
    private static String text(Path folder, String attribute) throws IOException {
        try {
            return new String(Files.readAllBytes(folder.resolve(attribute)), StandardCharsets.UTF_8).strip();
        } catch (NoSuchFileException absent) {
            return "";
        }
    }
}
