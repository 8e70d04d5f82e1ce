// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.function.Consumer;
import org.mediacapture.testkit.ReceivedFrame;

/** Looks at the colours of frames. */
final class Colors {
    private Colors() {}

    /** The colour of a pixel of a BGR24 frame. */
    static Color at(ReceivedFrame frame, int x, int y) {
        byte[] bytes = frame.firstPlane();
        int at = y * frame.data().planes().get(0).rowStride() + x * 3;
        return new Color(bytes[at + 2] & 0xFF, bytes[at + 1] & 0xFF, bytes[at] & 0xFF);
    }

    /** Holds a colour to another, apart from what JPEG changes. */
    static Consumer<Color> near(Color expected) {
        return color -> {
            assertThat(color.getRed()).as("red of %s", color).isCloseTo(expected.getRed(), within(6));
            assertThat(color.getGreen()).as("green of %s", color).isCloseTo(expected.getGreen(), within(6));
            assertThat(color.getBlue()).as("blue of %s", color).isCloseTo(expected.getBlue(), within(6));
        };
    }
}
