/** Live pictures of cameras in a terminal. */
package org.mediacapture.shell.preview;
