// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import org.junit.jupiter.api.Tag;

/** A UVC camera through {@code provider-javacv}. */
@Tag("smoke")
class JavacvUvcContractTest extends ConfiguredCameraContract {
    JavacvUvcContractTest(LabFramework framework, CameraLab lab) {
        super(framework, lab, "uvcvideo");
    }
}
