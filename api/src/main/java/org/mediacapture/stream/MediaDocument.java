// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Media devices of one document of an origin, for bridges that serve many: web pages, remote peers, scripts. It stands for what
 * a page is in a browser: it has an exposure and group ids of its own, can be hidden, and takes its tracks along when it is
 * closed. The bridge's bundle stopping closes all its documents. Thread-safe.
 */
@ProviderType
public interface MediaDocument extends MediaDevices, Registration {
    /**
     * The origin of the document: device ids are salted by it, and the permission rules are matched against it.
     *
     * @return the origin, as it was given
     */
    String origin();

    /**
     * Hides or shows the document, as a page in a background tab is hidden. While it is hidden, getUserMedia waits (GUM-4),
     * pan, tilt and zoom are refused with SecurityError (PTZ-5), and {@code devicechange} waits (DC-3). A new document is
     * shown.
     *
     * @param hidden true to hide it
     */
    void setHidden(boolean hidden);

    /** Closes the document: its tracks end without events (TRK-9), and calls fail with InvalidStateError (GUM-2). Idempotent. */
    @Override
    void close();
}
