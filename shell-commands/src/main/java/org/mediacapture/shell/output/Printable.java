// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

/** An answer of a command that knows how it is printed. Immutable. */
public interface Printable {
    /**
     * The answer for a person, or for a program if JSON was asked for.
     *
     * @return one or more lines, without a line end after the last
     */
    String text();

    /**
     * The answer as it fits a screen.
     *
     * @param screen where it will be seen
     * @return the same answer; another one if this one would look bad there
     */
    default Printable within(Screen screen) {
        return this;
    }
}
