// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

/** A UVC camera through {@code provider-webcam}. */
class WebcamUvcContractTest extends LabCameraContract {
    WebcamUvcContractTest(LabFramework framework, CameraLab lab) {
        super(framework, lab, "webcam", "uvcvideo");
    }
}
