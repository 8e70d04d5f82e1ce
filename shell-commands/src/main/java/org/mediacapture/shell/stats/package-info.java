/** How frames flow, for a person who watches. */
package org.mediacapture.shell.stats;
