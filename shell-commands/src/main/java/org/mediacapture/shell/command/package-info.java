/** The Gogo commands of scope "camera", one class for each; a class knows its arguments, the work is done elsewhere. */
package org.mediacapture.shell.command;
