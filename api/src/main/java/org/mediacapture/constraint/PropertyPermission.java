// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

/** What a bundle needs beyond the camera itself to see and steer a property. */
public enum PropertyPermission {
    /** Nothing more. */
    NONE,
    /** The pan-tilt-zoom permission (PTZ-1). */
    PAN_TILT_ZOOM
}
