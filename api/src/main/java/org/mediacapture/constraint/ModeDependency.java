// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.Set;

/**
 * Says that a property counts only while another one has one of some values: {@code exposureTime} only while
 * {@code exposureMode} is "manual" (PX-27). Immutable.
 *
 * @param mode the property that decides; it is applied first
 * @param values the values of {@code mode} in which the dependent property counts
 */
public record ModeDependency(ConstrainableProperty<String> mode, Set<String> values) {
    /**
     * Makes a dependency.
     *
     * @param mode the property that decides; it is applied first
     * @param values the values of {@code mode} in which the dependent property counts
     */
    public ModeDependency {
        values = Set.copyOf(values);
    }
}
