/** Follows what happens to devices, cameras and tracks. */
package org.mediacapture.shell.watch;
