// SPDX-License-Identifier: Apache-2.0
/** Cameras by webcam-capture. */
@ProvideCameras(
        value = "webcam",
        schemes = {"v4l2", "webcam", "http", "https"})
package org.mediacapture.provider.webcam;

import org.mediacapture.provider.ProvideCameras;
