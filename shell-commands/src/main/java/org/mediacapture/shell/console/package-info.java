// SPDX-License-Identifier: Apache-2.0
/** Helps who types: how the words of a command may go on. */
package org.mediacapture.shell.console;
