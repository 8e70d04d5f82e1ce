// SPDX-License-Identifier: Apache-2.0
/**
 * Media devices, streams and tracks, as a web page knows them.
 *
 * <p>A bundle gets its {@link org.mediacapture.stream.MediaDevices} as a service; it is that bundle's own, and the bundle is
 * the origin of the specification: identifiers, exposure and tracks belong to it, and its tracks end when it stops.
 *
 * <p>Promises resolve and listeners run on threads that neither steer nor read a camera, in order for each track. Who blocks
 * in one delays only the callbacks of that track. A method that answers a promise fails it and throws nothing but
 * {@link NullPointerException} for a null argument.
 *
 * <p>Users import this package with the range {@code [1.0,2)}; the core, which implements it, with {@code [1.1,1.2)}.
 */
@Export
@Version("1.1.0")
package org.mediacapture.stream;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
