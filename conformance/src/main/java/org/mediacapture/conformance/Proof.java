// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * A test that says it proves a rule. Immutable. The order is that of the page.
 *
 * @param rule the id as the annotation has it, which may be wrong
 * @param test class and method, or the class alone where the annotation stands on it
 * @param file the source, relative to the root of the project
 */
record Proof(String rule, String test, Path file) implements Comparable<Proof> {
    private static final Comparator<Proof> ORDER =
            Comparator.comparing(Proof::rule).thenComparing(Proof::test).thenComparing(Proof::fileName);

    /** The source with slashes on every platform. */
    String fileName() {
        return file.toString().replace('\\', '/');
    }

    @Override
    public int compareTo(Proof other) {
        return ORDER.compare(this, other);
    }
}
