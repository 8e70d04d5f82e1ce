// SPDX-License-Identifier: Apache-2.0
/**
 * How to load the natives of the webcam-capture that this bundle wraps. Used by bundles that use
 * {@code com.github.sarxos.webcam.ds.buildin.natives}; nobody implements anything of it.
 */
package org.mediacapture.libs.webcam;
