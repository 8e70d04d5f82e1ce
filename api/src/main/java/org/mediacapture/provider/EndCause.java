// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

/** Why a session came to its end by itself. */
public enum EndCause {
    /** The device was pulled out. */
    UNPLUGGED,
    /** The connection broke. */
    LOST,
    /** Somebody else took the camera. */
    BUSY,
    /** The device or its library failed. */
    FAILED,
    /** A file is over that is not to be played again; the core does not look for a successor. */
    FINISHED
}
