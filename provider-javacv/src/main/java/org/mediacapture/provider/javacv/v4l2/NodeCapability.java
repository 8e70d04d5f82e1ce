// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

/**
 * What a device file is. Immutable.
 *
 * @param driver name of the driver, such as {@code uvcvideo}
 * @param card what the device calls itself
 * @param bus where it is, such as {@code usb-0000:00:14.0-1}; equal for all nodes of a physical device
 * @param flags what this very node can do, not what the device can do with others
 */
public record NodeCapability(String driver, String card, String bus, int flags) {
    private static final int VIDEO_CAPTURE = 0x1;
    private static final int STREAMING = 0x0400_0000;
    private static final int DEVICE_CAPS = 0x8000_0000;

    static NodeCapability of(Struct told) {
        int device = told.signed(84);
        boolean ofNode = (device & DEVICE_CAPS) != 0;
        return new NodeCapability(
                told.text(0, 16), told.text(16, 32), told.text(48, 32), ofNode ? told.signed(88) : device);
    }

    /**
     * Whether the node delivers pictures. The metadata node of a UVC camera does not, although its device does; what takes pictures
     * in and gives others back, as codecs do, has another flag.
     *
     * @return true for a camera
     */
    public boolean capturesVideo() {
        return (flags & VIDEO_CAPTURE) != 0 && (flags & STREAMING) != 0;
    }
}
