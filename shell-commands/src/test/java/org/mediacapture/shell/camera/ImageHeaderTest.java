// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.frame.Blob;

class ImageHeaderTest {
    private static Blob jpeg(String hex) {
        return new Blob("image/jpeg", HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @Test
    void readsTheFrameHeaderBehindOtherSegmentsAndFillBytes() {
        assertThat(ImageHeader.size(jpeg("FFD8 FFE0 0004 FFC0 FFFFC4 0002 FFC0 0011 08 0438 0780 03")))
                .contains(new PixelSize(1920, 1080));
    }

    @Test
    void readsProgressiveFilesToo() {
        assertThat(ImageHeader.size(jpeg("FFD8 FFC2 0011 08 0010 0020 03"))).contains(new PixelSize(32, 16));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"FFD8", "FFD8 FFE0 00", "FFD8 FFE0 0FFF 00", "FFD8 FFC0 0011 08 00", "FFD8 FFDA 0000", "", "00"})
    void aFileWithoutAReadableHeaderHasNoKnownSize(String hex) {
        assertThat(ImageHeader.size(jpeg(hex))).isEmpty();
    }
}
