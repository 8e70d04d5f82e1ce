// SPDX-License-Identifier: Apache-2.0
/**
 * The provider contract: what a bundle implements to bring cameras.
 *
 * <p>A provider registers one {@link org.mediacapture.provider.CameraDevice} service for each camera that it can reach,
 * with the properties of {@link org.mediacapture.provider.CameraProperties}, and unregisters it when the camera goes. The
 * core opens it, steers it and reads its frames; a provider never sees a track or an application, and an application never
 * sees a provider.
 *
 * <p>Rules that hold for the whole package:
 *
 * <ul>
 *   <li>All methods of a device and a session block. The core calls them one at a time, never on an application's thread.
 *       They end soon when their thread is interrupted or the session is closed.
 *   <li>{@link org.mediacapture.provider.CameraSession#close()} is the exception: it may come from any thread, during
 *       another call, and from the session's own capture thread.
 *   <li>Buffers are the provider's. It lends one with each frame and gets it back by the {@code release} callback, exactly
 *       once, on any thread, also after the session was closed. Closing a session frees no memory that is still lent. With no
 *       free buffer the newest frame is dropped; the provider never waits for one.
 *   <li>What a camera does not have is said by absence: an empty list, an empty capability. It is never an exception.
 * </ul>
 *
 * <p>Provider authors import this package with the range {@code [1.0,2)}; the core, which implements
 * {@link org.mediacapture.provider.FrameSink}, with {@code [1.1,1.2)}.
 */
@Export
@Version("1.1.0")
package org.mediacapture.provider;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
