// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.provider.VideoMode;

/** Which mode a photo of the stream is taken in. */
class PhotoSizesTest {
    private static final List<VideoMode> MODES = List.of(FakeDevice.VGA, FakeDevice.HD);

    @Test
    @Rule("IC-8")
    void aHeightAloneChoosesTheModeWhoseHeightIsNearest() {
        PhotoSettings tall = PhotoSettings.builder().imageHeight(700).build();

        assertThat(PhotoSizes.nearest(MODES, tall, FakeDevice.VGA)).contains(FakeDevice.HD);
        assertThat(PhotoSizes.nearest(MODES, tall, FakeDevice.HD)).isEmpty();
    }

    @Test
    @Rule("IC-8")
    void aWidthAloneChoosesTheModeWhoseWidthIsNearest() {
        PhotoSettings wide = PhotoSettings.builder().imageWidth(1200).build();

        assertThat(PhotoSizes.nearest(MODES, wide, FakeDevice.VGA)).contains(FakeDevice.HD);
        assertThat(PhotoSizes.nearest(MODES, wide, FakeDevice.HD)).isEmpty();
    }

    @Test
    void aPhotoOfNoParticularSizeInterruptsNothing() {
        assertThat(PhotoSizes.nearest(MODES, PhotoSettings.none(), FakeDevice.HD))
                .isEmpty();
    }
}
