// SPDX-License-Identifier: Apache-2.0
/**
 * The operator's view: cameras with the providers that offer them, and tracks with the bundles that hold them. The shell
 * stands on it, and so do the bundles that tell others of cameras. It is not subject to the exposure rules of the specification.
 *
 * <p>Users import this package with the range {@code [1.1,2)}; the core, which implements it, with {@code [1.1,1.2)}.
 */
@Export
@Version("1.1.0")
package org.mediacapture.admin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
