// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import org.mediacapture.stream.PermissionState;

/**
 * How a permission stands, and who says so. Immutable.
 *
 * @param state how it stands
 * @param cause who decided, in words for a log
 */
public record Decision(PermissionState state, String cause) {
    static Decision granted(String cause) {
        return new Decision(PermissionState.GRANTED, cause);
    }

    static Decision denied(String cause) {
        return new Decision(PermissionState.DENIED, cause);
    }

    /** This one, unless the other one allows less. */
    Decision orStricter(Decision other) {
        return other.state.compareTo(state) > 0 ? other : this; // granted, prompt, denied is the order of the enum
    }
}
