// SPDX-License-Identifier: Apache-2.0
/**
 * Video4Linux2, the kernel's interface to cameras: finding device files, what a camera can do, its controls, and its frames in
 * memory that is shared with the driver. It knows nothing of FFmpeg.
 *
 * @see <a href="https://docs.kernel.org/userspace-api/media/v4l/v4l2.html">Video for Linux API</a>
 */
package org.mediacapture.provider.javacv.v4l2;
