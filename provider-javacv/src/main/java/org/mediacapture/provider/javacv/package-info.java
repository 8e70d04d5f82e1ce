// SPDX-License-Identifier: Apache-2.0
/** Cameras by FFmpeg and V4L2. */
@ProvideCameras(
        value = "javacv",
        schemes = {"v4l2", "http", "https", "rtsp", "file", "lavfi"})
package org.mediacapture.provider.javacv;

import org.mediacapture.provider.ProvideCameras;
