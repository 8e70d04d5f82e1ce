// SPDX-License-Identifier: Apache-2.0
/** ImageCapture over a track. */
package org.mediacapture.core.image;
