// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

/**
 * A picture of a {@link FakeStream}. Immutable.
 *
 * @param bytes how it begins
 * @param used how many bytes the driver says it has; a negative number for a whole one
 * @param flags the driver's flags
 * @param sequence the driver's number of it
 * @param nanos when it was taken
 */
public record FakePicture(byte[] bytes, int used, int flags, long sequence, long nanos) {
    public static final int DAMAGED = 0x40;
    public static final int MONOTONIC = 0x2000;

    /** A whole picture without a fault, which begins with its number. */
    public static FakePicture number(long sequence) {
        return new FakePicture(new byte[] {(byte) sequence}, -1, MONOTONIC, sequence, System.nanoTime());
    }

    /** With these bytes, and no more. */
    public FakePicture of(byte[] other) {
        return new FakePicture(other, other.length, flags, sequence, nanos);
    }

    public FakePicture used(int other) {
        return new FakePicture(bytes, other, flags, sequence, nanos);
    }

    public FakePicture flags(int other) {
        return new FakePicture(bytes, used, other, sequence, nanos);
    }

    public FakePicture at(long other) {
        return new FakePicture(bytes, used, flags, sequence, other);
    }
}
