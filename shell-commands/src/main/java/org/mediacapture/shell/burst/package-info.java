/** Takes photos one after the other into numbered files. */
package org.mediacapture.shell.burst;
