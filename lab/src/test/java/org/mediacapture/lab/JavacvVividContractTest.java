// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

/** A webcam of the vivid driver through {@code provider-javacv}. */
class JavacvVividContractTest extends LabCameraContract {
    JavacvVividContractTest(LabFramework framework, CameraLab lab) {
        super(framework, lab, "javacv", "vivid");
    }
}
