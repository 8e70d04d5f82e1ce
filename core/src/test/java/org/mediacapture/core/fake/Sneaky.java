// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

/** Throws checked exceptions where none is declared, as languages other than Java do. */
public final class Sneaky {
    private Sneaky() {}

    /** Throws; the result is for a throw statement at the caller's. */
    public static RuntimeException thrown(Throwable failure) {
        throw Sneaky.<RuntimeException>unchecked(failure);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable failure) throws T {
        throw (T) failure;
    }
}
