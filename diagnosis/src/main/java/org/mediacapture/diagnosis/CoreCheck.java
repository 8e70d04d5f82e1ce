// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.diagnosis;

import java.util.List;

/** Says that there is no core, so that nothing can be known of cameras. Immutable. */
public record CoreCheck() implements Check {
    @Override
    public String subject() {
        return "core";
    }

    @Override
    public List<Finding> findings() {
        return List.of(Finding.problem(
                "the core does not run, without which there are no cameras and no other commands",
                "install and start org.mediacapture.core; the findings about bundles tell what keeps it away"));
    }
}
