// SPDX-License-Identifier: Apache-2.0
/** JPEG at the level of markers: what makes a camera's frame a file. */
package org.mediacapture.core.jpeg;
