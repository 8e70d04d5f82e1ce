// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;

/** The track that asked for an operation ended before the operation was done (IC-13, AC-1). */
public final class TrackEndedException extends MediaException {
    private static final long serialVersionUID = 1L;

    TrackEndedException(String message) {
        super(ErrorName.UNKNOWN, message);
    }
}
