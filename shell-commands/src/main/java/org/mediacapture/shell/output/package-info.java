/** What commands answer, as a person reads it and as JSON. */
package org.mediacapture.shell.output;
