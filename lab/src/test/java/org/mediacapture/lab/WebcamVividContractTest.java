// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

/** A webcam of the vivid driver through {@code provider-webcam}. */
class WebcamVividContractTest extends LabCameraContract {
    WebcamVividContractTest(LabFramework framework, CameraLab lab) {
        super(framework, lab, "webcam", "vivid");
    }
}
