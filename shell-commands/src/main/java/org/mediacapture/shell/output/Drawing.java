// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

/**
 * Pictures as a terminal takes them. Immutable.
 *
 * @param text what is printed at the beginning of a line; it ends with a line end, below the drawing
 * @param columns how many characters of a line its pictures take; captions may be longer
 * @param rows how many lines it takes
 */
public record Drawing(String text, int columns, int rows) {}
