// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import java.util.List;
import java.util.stream.Collectors;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.core.source.SessionLostException;
import org.mediacapture.provider.CameraException;

/** What an application is told of cameras that could not be opened (GUM-13). Pure functions. */
final class OpeningFailure {
    private OpeningFailure() {}

    /** The failure of one camera. */
    static MediaException of(String camera, Throwable failure) {
        if (failure instanceof OverconstrainedException unmet) {
            return unmet; // its modes were not known before, or other tracks on it need something else
        }
        return new MediaException(
                isUnreadable(failure) ? ErrorName.NOT_READABLE : ErrorName.ABORT,
                camera + ": " + failure.getMessage(),
                failure);
    }

    /**
     * The failure of all: as in the specification, which tries one after the other, that of the last. A camera that could be
     * opened but does not meet the constraints hides none that could not be opened.
     *
     * @param failures of each camera, in the order in which they were tried; at least one
     */
    static MediaException ofAll(List<MediaException> failures) {
        List<MediaException> unopened = failures.stream()
                .filter(failure -> !(failure instanceof OverconstrainedException))
                .toList();
        if (unopened.isEmpty()) {
            return failures.get(0);
        }
        MediaException last = unopened.get(unopened.size() - 1);
        return new MediaException(
                last.error(),
                unopened.stream().map(MediaException::getMessage).collect(Collectors.joining("; ")),
                last.getCause());
    }

    /** Whoever steers the camera may have made another failure of the provider's. */
    private static boolean isUnreadable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CameraException reason) {
                return reason.reason() != CameraException.Reason.FAILED;
            }
            if (cause instanceof SessionLostException) {
                return true;
            }
        }
        return false;
    }
}
