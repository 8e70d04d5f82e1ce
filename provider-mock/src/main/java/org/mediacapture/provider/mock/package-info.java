// SPDX-License-Identifier: Apache-2.0
/** Cameras and a microphone without hardware. */
@ProvideCameras(value = "mock", schemes = "mock")
package org.mediacapture.provider.mock;

import org.mediacapture.provider.ProvideCameras;
