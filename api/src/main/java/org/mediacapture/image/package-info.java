// SPDX-License-Identifier: Apache-2.0
/**
 * Photos and single frames of a track: MediaStream Image Capture.
 *
 * <p>Users import this package with the range {@code [1.0,2)}; the core, which implements it, with {@code [1.0,1.1)}.
 *
 * @see <a href="https://www.w3.org/TR/image-capture/">MediaStream Image Capture</a>
 */
@Export
@Version("1.0.0")
package org.mediacapture.image;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
