// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import org.osgi.annotation.versioning.ProviderType;

/** Something that was registered and is taken back by closing it. Thread-safe; closing is idempotent and throws nothing. */
@ProviderType
public interface Registration extends AutoCloseable {
    /** Takes the registration back. A call that is already under way may still finish. Idempotent. */
    @Override
    void close();
}
