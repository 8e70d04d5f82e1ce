/** Runs scripts of commands without a person. */
package org.mediacapture.shell.script;
