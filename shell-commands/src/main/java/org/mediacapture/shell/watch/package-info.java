/** Follows what happens to devices and tracks. */
package org.mediacapture.shell.watch;
