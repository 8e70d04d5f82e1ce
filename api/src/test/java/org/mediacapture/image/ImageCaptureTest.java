// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;

/** The members of ImageCapture. */
class ImageCaptureTest {
    @Test
    @Rule("IC-20")
    void thereIsWhatTheSpecificationHasAndNothingOfOlderDrafts() {
        assertThat(Arrays.stream(ImageCapture.class.getMethods()).map(Method::getName))
                .containsOnly("track", "takePhoto", "getPhotoCapabilities", "getPhotoSettings", "grabFrame");
    }
}
