// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

/** The end of JPEG pictures. Pure functions. */
final class Jpeg {
    private static final byte MARKER = (byte) 0xFF;
    private static final byte START_OF_IMAGE = (byte) 0xD8;
    private static final byte END_OF_IMAGE = (byte) 0xD9;

    private Jpeg() {}

    /** Whether a picture begins as a JPEG does. */
    static boolean isJpeg(byte[] picture) {
        return picture.length > 3 && picture[0] == MARKER && picture[1] == START_OF_IMAGE;
    }

    /**
     * Whether a picture was not cut short. ImageIO would make one with a grey rest of it.
     *
     * @param bytes its last bytes
     * @return true if they end with the end of an image, perhaps with padding behind it
     */
    static boolean isWhole(byte[] bytes) {
        int last = bytes.length - 1;
        while (last > 0 && isPadding(bytes[last])) {
            last--;
        }
        return last > 0 && bytes[last] == END_OF_IMAGE && bytes[last - 1] == MARKER;
    }

    private static boolean isPadding(byte value) {
        return value == 0 || value == MARKER || value == '\r' || value == '\n';
    }
}
