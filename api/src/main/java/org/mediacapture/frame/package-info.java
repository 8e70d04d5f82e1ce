// SPDX-License-Identifier: Apache-2.0
/**
 * Pictures: frames as cameras deliver them, photos, bitmaps, and the services that convert between them.
 *
 * <p>A frame is never a {@code BufferedImage}: it stays as the camera made it, compressed or planar, and is shared by
 * reference. Users close what they receive. Who writes a codec implements {@link org.mediacapture.frame.ImageEncoder},
 * {@link org.mediacapture.frame.ImageDecoder} or {@link org.mediacapture.frame.FrameConverter} and registers it as a
 * service; the one with the highest {@code service.ranking} that takes the frame is used. Who cannot bring codecs here says so by a
 * {@link org.mediacapture.frame.CodecTrouble}.
 *
 * <p>Users and codec authors import this package with the range {@code [1.0,2)}.
 */
@Export
@Version("1.0.0")
package org.mediacapture.frame;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
