// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import org.mediacapture.provider.VideoMode;

/**
 * The best output. Immutable.
 *
 * @param mode the mode it is made from
 * @param output what the track gets
 * @param distance its distance from the wished size, rate and resize mode
 */
record Ranked(VideoMode mode, Output output, double distance) {}
