// SPDX-License-Identifier: Apache-2.0
/** A line editor for the Gogo shell, with history and completion, for a person at a terminal. */
package org.mediacapture.console;
