/** Looks for what is wrong with cameras, their providers and their configuration, and says what to do. */
package org.mediacapture.shell.doctor;
