// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

/** Reads one component of the visible part of a frame. Confined to one thread while its frame is open. */
@FunctionalInterface
interface Samples {
    /** A row of visible pixels, with values from 0 to 255, in an array that the next call may use again. */
    int[] row(int y);
}
