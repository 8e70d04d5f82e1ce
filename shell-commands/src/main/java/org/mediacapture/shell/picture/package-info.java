/** Pictures in a terminal: how they are fitted, scaled, laid out and written. */
package org.mediacapture.shell.picture;
