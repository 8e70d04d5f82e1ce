// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import org.osgi.annotation.versioning.ProviderType;

/** The live frames of a track on their way to one consumer. Thread-safe; closing is idempotent. */
@ProviderType
public interface FrameSubscription extends Registration {
    /**
     * Frames handed to the consumer.
     *
     * @return 0 or more
     */
    long delivered();

    /**
     * Frames that the consumer was too slow for.
     *
     * @return 0 or more
     */
    long discarded();
}
