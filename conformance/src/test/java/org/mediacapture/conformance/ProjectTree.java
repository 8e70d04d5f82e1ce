// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small project in a temporary folder. Confined to one thread, the test's. */
record ProjectTree(Path root) {
    static final String HEADER = "id,rule,link,missing\n";

    /** A line of the rules, with a link that is good enough. */
    static String rule(String id, String missing) {
        return id + ",\"What " + id + " says, in a line.\",https://www.w3.org/TR/x/#" + id + "," + missing + "\n";
    }

    ProjectTree withRules(String... lines) throws IOException {
        return with("docs/conformance/rules.csv", HEADER + String.join("", lines));
    }

    ProjectTree with(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }
}
