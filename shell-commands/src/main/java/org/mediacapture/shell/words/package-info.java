/** The arguments of commands as they are typed: options, constraints and settings in words, maps and JSON. */
package org.mediacapture.shell.words;
