// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.util.Optional;
import org.osgi.framework.Bundle;

/** What a bundle is called as the user of devices. Pure function. */
final class BundleName {
    private BundleName() {}

    /** The symbolic name; of an old bundle without one, its location. */
    static String of(Bundle bundle) {
        return Optional.ofNullable(bundle.getSymbolicName()).orElseGet(bundle::getLocation);
    }
}
