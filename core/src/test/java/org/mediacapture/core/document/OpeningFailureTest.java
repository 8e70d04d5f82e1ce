// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;

/** What is made of failures that no camera explains. */
class OpeningFailureTest {
    @Test
    @Rule({"GUM-13", "GUM-19"})
    void aFailureThatNoProviderGaveAReasonForIsAnAbort() {
        Throwable defect = new IllegalStateException("fake: outer", new AssertionError("fake: inner"));

        MediaException told = OpeningFailure.of("door", defect);

        assertThat(told.error()).isEqualTo(ErrorName.ABORT);
        assertThat(told).hasMessage("door: fake: outer").hasCause(defect);
    }
}
