// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.metrics;

import java.util.List;

/** How the frames of cameras and of their tracks flow. Thread-safe. */
public interface CamerasMXBean {
    /** The cameras, with the live tracks of all bundles, as {@code CameraAdmin.statistics} tells of them now. */
    List<CameraNumbers> getCameras();
}
