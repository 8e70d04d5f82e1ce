/** Network and file cameras as configurations that every provider reads. */
package org.mediacapture.shell.network;
