// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.identity;

import java.net.URI;
import java.util.Optional;

/** Finds out which device is behind the addresses of one scheme, without touching the device. Thread-safe. */
@FunctionalInterface
interface IdentityResolver {
    /**
     * The device that is behind an address now.
     *
     * @return a text that is equal for all addresses of that device and for no other device; empty if it cannot be told
     */
    Optional<String> deviceAt(URI address);
}
