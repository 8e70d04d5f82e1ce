// SPDX-License-Identifier: Apache-2.0
/**
 * The constraint model of the W3C: properties, constraints, capabilities, settings, photo settings, and the failures.
 *
 * <p>All types are immutable values, safe for use by any thread, and convert to and from {@code Map<String, Object>} in
 * the shapes of the Web IDL, so that JSON at the edges of a program is one line.
 *
 * <p>Users and implementers alike import this package with the range {@code [1.0,2)}.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#constrainable-interface">Media Capture and Streams: the
 *     constrainable pattern</a>
 */
@Export
@Version("1.0.0")
package org.mediacapture.constraint;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
