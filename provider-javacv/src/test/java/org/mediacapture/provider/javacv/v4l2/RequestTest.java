// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestTest {
    /** What a C compiler makes of {@code linux/videodev2.h} on 64-bit Linux. */
    private static final Map<Request, Long> NUMBERS = new EnumMap<>(Map.ofEntries(
            Map.entry(Request.QUERYCAP, 0x80685600L),
            Map.entry(Request.ENUM_FMT, 0xc0405602L),
            Map.entry(Request.G_FMT, 0xc0d05604L),
            Map.entry(Request.S_FMT, 0xc0d05605L),
            Map.entry(Request.REQBUFS, 0xc0145608L),
            Map.entry(Request.QUERYBUF, 0xc0585609L),
            Map.entry(Request.QBUF, 0xc058560fL),
            Map.entry(Request.DQBUF, 0xc0585611L),
            Map.entry(Request.STREAMON, 0x40045612L),
            Map.entry(Request.STREAMOFF, 0x40045613L),
            Map.entry(Request.S_PARM, 0xc0cc5616L),
            Map.entry(Request.G_CTRL, 0xc008561bL),
            Map.entry(Request.S_CTRL, 0xc008561cL),
            Map.entry(Request.QUERYMENU, 0xc02c5625L),
            Map.entry(Request.ENUM_FRAMESIZES, 0xc02c564aL),
            Map.entry(Request.ENUM_FRAMEINTERVALS, 0xc034564bL),
            Map.entry(Request.QUERY_EXT_CTRL, 0xc0e85667L)));

    @Test
    void everyRequestHasTheNumberOfTheKernel() {
        for (Request request : Request.values()) {
            assertThat(request.number()).as(request.name()).isEqualTo(NUMBERS.get(request));
        }
    }

    @Test
    void aStructureIsAsLargeAsTheNumberOfItsRequestSays() {
        for (Request request : Request.values()) {
            assertThat(new Struct(request).bytes().capacity())
                    .as(request.name())
                    .isEqualTo((int) (NUMBERS.get(request) >> 16 & 0x3FFF));
        }
    }

    @Test
    void aTextEndsAtItsZeroByteOrFillsItsPlace() {
        Struct struct = new Struct(Request.QUERYCAP);
        for (int i = 0; i < 48; i++) {
            struct.bytes().put(i, (byte) ('a' + i % 26));
        }
        struct.bytes().put(5, (byte) 0);

        assertThat(struct.text(0, 16)).isEqualTo("abcde");
        assertThat(struct.text(16, 10)).isEqualTo("qrstuvwxyz");
    }
}
