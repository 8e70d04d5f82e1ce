// SPDX-License-Identifier: Apache-2.0
/**
 * The provider contract as tests: a provider's test extends {@link org.mediacapture.testkit.CameraDeviceContract} and says how
 * to get a camera. A failure names the {@link org.mediacapture.testkit.Clause} that was broken, what was seen, why it matters
 * to the core, and how to mend it.
 */
@Export
@Version("1.0.0")
package org.mediacapture.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
