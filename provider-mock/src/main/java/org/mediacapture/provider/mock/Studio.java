// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * What all mock cameras of this bundle share. Thread-safe.
 *
 * @param timer calls them when a frame is due
 * @param sceneries what they see
 */
record Studio(FrameTimer timer, Sceneries sceneries) {}
