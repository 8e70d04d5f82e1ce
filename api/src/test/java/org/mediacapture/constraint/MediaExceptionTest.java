// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.conformance.Rule;

/** Names, codes and texts of failures (IDL-9). */
class MediaExceptionTest {
    @ParameterizedTest
    @CsvSource({
        "INVALID_STATE, InvalidStateError, 11",
        "NOT_SUPPORTED, NotSupportedError, 9",
        "NOT_ALLOWED, NotAllowedError, 0",
        "NOT_FOUND, NotFoundError, 8",
        "NOT_READABLE, NotReadableError, 0",
        "OVERCONSTRAINED, OverconstrainedError, 0",
        "ABORT, AbortError, 20",
        "OPERATION, OperationError, 0",
        "UNKNOWN, UnknownError, 0",
        "SECURITY, SecurityError, 18"
    })
    void aFailureHasTheNameAndTheCodeOfItsDomException(ErrorName error, String name, int code) {
        MediaException failure = new MediaException(error, "door: broken");

        assertThat(failure.error()).isEqualTo(error);
        assertThat(failure.name()).isEqualTo(name);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure).hasToString(name + ": door: broken");
    }

    @Test
    @Rule("IDL-9")
    void anOverconstrainedExceptionNamesItsConstraint() {
        OverconstrainedException failure = new OverconstrainedException("width", "too wide");

        assertThat(failure.name()).isEqualTo("OverconstrainedError");
        assertThat(failure.code()).isZero();
        assertThat(failure.constraint()).isEqualTo("width");
        assertThat(failure).isInstanceOf(MediaException.class).hasMessage("too wide");
        assertThat(failure).hasToString("OverconstrainedError: too wide");
    }

    @Test
    @Rule("IDL-9")
    void theMessageOfAnOverconstrainedExceptionMayBeLeftOut() {
        OverconstrainedException failure = new OverconstrainedException("");

        assertThat(failure.constraint()).isEmpty();
        assertThat(failure).hasMessage("").hasToString("OverconstrainedError");
    }
}
