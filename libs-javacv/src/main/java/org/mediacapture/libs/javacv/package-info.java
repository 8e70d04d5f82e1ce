// SPDX-License-Identifier: Apache-2.0
/**
 * How to load the FFmpeg that this bundle wraps. Used by bundles that use {@code org.bytedeco.ffmpeg}; nobody
 * implements anything of it.
 */
package org.mediacapture.libs.javacv;
