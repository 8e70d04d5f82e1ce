// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mediacapture.frame.Blob;
import org.mediacapture.image.ImageCaptureFactory;

/**
 * What the tests in the virtual machine stand on, without a camera. {@code lab/test} runs it on the host first, which also unpacks
 * the natives there: emulated, that takes a minute.
 */
@ExtendWith(LabExtension.class)
@EnabledIfSystemProperty(
        named = "lab.bundles",
        matches = ".+",
        disabledReason = "only lab/test knows where the bundles are")
class LabFrameworkTest {
    private final LabFramework framework;

    LabFrameworkTest(LabFramework framework) {
        this.framework = framework;
    }

    @Test
    void aPhotoOfAGraphHasItsSize() throws Exception {
        String url = "lavfi:testsrc2=size=160x120:rate=30";
        framework.configure(Map.of("url", url, "name", "graph"));
        framework.device("javacv", url);

        try (Cameras cameras = new Cameras(framework)) {
            Blob photo = Promises.value(framework
                    .service(ImageCaptureFactory.class)
                    .create(cameras.open(url))
                    .takePhoto());

            assertThat(UvcPicture.of(photo).width()).isEqualTo(160);
        }
    }
}
