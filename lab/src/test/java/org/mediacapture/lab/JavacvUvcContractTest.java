// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A UVC camera through {@code provider-javacv}. A few of the tests, which find most of what breaks, are smoke tests. */
class JavacvUvcContractTest extends LabCameraContract {
    JavacvUvcContractTest(LabFramework framework, CameraLab lab) {
        super(framework, lab, "javacv", "uvcvideo");
    }

    @Test
    @Tag("smoke")
    @Override
    protected void servicePropertiesTellAddressLabelAndProvider() {
        super.servicePropertiesTellAddressLabelAndProvider();
    }

    @Test
    @Tag("smoke")
    @Override
    protected void framesArriveAfterStartAndAgainAfterStopAndStart() throws Exception {
        super.framesArriveAfterStartAndAgainAfterStopAndStart();
    }

    @Test
    @Tag("smoke")
    @Override
    protected void controlsAreWellFormed() throws Exception {
        super.controlsAreWellFormed();
    }

    @Test
    @Tag("smoke")
    @Override
    protected void settingsHaveAValueForEveryControl() throws Exception {
        super.settingsHaveAValueForEveryControl();
    }

    @Test
    @Tag("smoke")
    @Override
    protected void anUnpluggedCameraTellsItsEndOnce() throws Exception {
        super.anUnpluggedCameraTellsItsEndOnce();
    }
}
