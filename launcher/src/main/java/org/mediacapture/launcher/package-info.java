/**
 * The executable jar's program: reads the options, prepares the data directory, runs the Felix framework with the bundles
 * that the jar carries, and ends the process. Plain Java, outside of the framework; it knows no class of a bundle.
 */
package org.mediacapture.launcher;
