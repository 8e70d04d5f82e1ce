// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

/**
 * A device file of a camera, as {@code camera-lab list} tells. Immutable.
 *
 * @param file such as {@code /dev/video0}
 * @param driver of the kernel: {@code vivid} or {@code uvcvideo}
 * @param capture whether it delivers pictures; a UVC camera has a second node for their metadata
 * @param place the port of a UVC camera, such as {@code port0}; {@code -} for another
 * @param serial the serial number of a UVC camera; {@code -} for another
 * @param name the driver's name of it
 */
record VideoNode(String file, String driver, boolean capture, String place, String serial, String name) {
    private static final int FIELDS = 6;

    /** Reads a line of the list. */
    static VideoNode parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("No line of camera-lab list, which has " + FIELDS + " fields: " + line);
        }
        return new VideoNode(fields[0], fields[1], fields[2].equals("capture"), fields[3], fields[4], fields[5]);
    }

    /** The address under which providers offer it. */
    String address() {
        return "v4l2:" + file;
    }
}
