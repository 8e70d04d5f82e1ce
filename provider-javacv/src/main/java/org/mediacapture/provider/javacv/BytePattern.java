// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Arrays;

/**
 * Some bytes that are looked for among many others. Most of those are not even looked at: where the last byte of the pattern would
 * lie tells how far away the next place is at least (Horspool's way). Immutable.
 */
final class BytePattern {
    private static final int BYTES = 256;

    private final byte[] bytes;
    private final int[] steps = new int[BYTES]; // by the byte that lies where the last one of the pattern would

    /** A pattern of these bytes, at least one. */
    BytePattern(byte... bytes) {
        this.bytes = bytes.clone();
        Arrays.fill(steps, bytes.length);
        for (int i = 0; i < bytes.length - 1; i++) {
            steps[bytes[i] & 0xFF] = bytes.length - 1 - i;
        }
    }

    int length() {
        return bytes.length;
    }

    /** Where the pattern begins first, wholly between two indexes; -1 if nowhere. */
    int find(byte[] among, int from, int limit) {
        int last = bytes.length - 1;
        int end = from + last;
        while (end < limit) {
            int matched = 0;
            while (matched <= last && among[end - matched] == bytes[last - matched]) {
                matched++;
            }
            if (matched > last) {
                return end - last;
            }
            end += steps[among[end] & 0xFF];
        }
        return -1;
    }
}
