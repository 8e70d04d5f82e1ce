/** Cameras and tracks as the commands name, open, use and keep them. */
package org.mediacapture.shell.camera;
