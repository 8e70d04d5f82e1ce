// SPDX-License-Identifier: Apache-2.0
/**
 * The operator's view: cameras with the providers that offer them, and tracks with the bundles that hold them. The shell
 * stands on it. It is not subject to the exposure rules of the specification.
 *
 * <p>Users import this package with the range {@code [1.0,2)}; the core, which implements it, with {@code [1.0,1.1)}.
 */
@Export
@Version("1.0.0")
package org.mediacapture.admin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
