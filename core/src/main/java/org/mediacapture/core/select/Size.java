// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

/**
 * A size with its distance from what was wished. Immutable.
 *
 * @param width pixels
 * @param height pixels
 * @param distance as {@link SizeWish#distance} tells it
 */
record Size(int width, int height, double distance) {}
