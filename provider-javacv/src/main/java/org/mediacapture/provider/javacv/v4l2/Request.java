// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

/** The requests to a driver that are used here, with the sizes of their structures on 64-bit Linux. Immutable. */
enum Request {
    /** What the device is and can do: {@code v4l2_capability}. */
    QUERYCAP(Direction.READ, 0, 104),
    /** The pixel formats, one after the other: {@code v4l2_fmtdesc}. */
    ENUM_FMT(Direction.BOTH, 2, 64),
    /** The present format: {@code v4l2_format}. */
    G_FMT(Direction.BOTH, 4, 208),
    /** Sets the format: {@code v4l2_format}. */
    S_FMT(Direction.BOTH, 5, 208),
    /** Makes buffers: {@code v4l2_requestbuffers}. */
    REQBUFS(Direction.BOTH, 8, 20),
    /** Where a buffer is: {@code v4l2_buffer}. */
    QUERYBUF(Direction.BOTH, 9, 88),
    /** Gives a buffer to the driver: {@code v4l2_buffer}. */
    QBUF(Direction.BOTH, 15, 88),
    /** Takes a filled buffer: {@code v4l2_buffer}. */
    DQBUF(Direction.BOTH, 17, 88),
    /** Starts the stream: the type of its buffers. */
    STREAMON(Direction.WRITE, 18, 4),
    /** Stops the stream: the type of its buffers. */
    STREAMOFF(Direction.WRITE, 19, 4),
    /** Sets the frame rate: {@code v4l2_streamparm}. */
    S_PARM(Direction.BOTH, 22, 204),
    /** The value of a control: {@code v4l2_control}. */
    G_CTRL(Direction.BOTH, 27, 8),
    /** Sets a control: {@code v4l2_control}. */
    S_CTRL(Direction.BOTH, 28, 8),
    /** An entry of a menu: {@code v4l2_querymenu}. */
    QUERYMENU(Direction.BOTH, 37, 44),
    /** The sizes of a format, one after the other: {@code v4l2_frmsizeenum}. */
    ENUM_FRAMESIZES(Direction.BOTH, 74, 44),
    /** The frame intervals of a size, one after the other: {@code v4l2_frmivalenum}. */
    ENUM_FRAMEINTERVALS(Direction.BOTH, 75, 52),
    /** The controls, one after the other: {@code v4l2_query_ext_ctrl}. */
    QUERY_EXT_CTRL(Direction.BOTH, 103, 232);

    private final long number;
    private final int size;

    Request(Direction direction, int index, int size) {
        this.number = direction.bits << 30 | (long) size << 16 | 'V' << 8 | index;
        this.size = size;
    }

    /** The number by which the kernel knows the request. */
    long number() {
        return number;
    }

    /** The bytes of its structure. */
    int size() {
        return size;
    }

    /** Which way the structure goes, as the program sees it. */
    private enum Direction {
        WRITE(1),
        READ(2),
        BOTH(3);

        private final long bits;

        Direction(long bits) {
            this.bits = bits;
        }
    }
}
