// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class WatermarkTest {
    private final Watermark watermark = new Watermark();
    private final ByteBuffer picture = ByteBuffer.allocateDirect(48);

    @Test
    void aPictureThatNobodyWroteIsNotTakenForANewOne() {
        watermark.leave(picture);

        assertThat(watermark.isReplaced(picture)).isFalse();
    }

    @Test
    void aPictureOfOneColourIsANewOne() {
        watermark.leave(picture);
        picture.put(new byte[48]).clear();

        assertThat(watermark.isReplaced(picture)).isTrue();
    }
}
