// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

/**
 * The size of a picture. Immutable.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record PixelSize(int width, int height) {
    @Override
    public String toString() {
        return width + "x" + height;
    }
}
