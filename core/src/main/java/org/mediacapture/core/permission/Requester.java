// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import java.util.Objects;

/**
 * Who asks for permissions. Immutable.
 *
 * @param bundle symbolic name of the bundle that asks
 * @param origin the origin for which it does: its own name, or that of a document it made
 */
public record Requester(String bundle, String origin) {
    /** Makes a requester. */
    public Requester {
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(origin, "origin");
    }
}
