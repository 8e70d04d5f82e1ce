// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.script;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.shell.script.ScriptStatements.ScriptStatement;

/**
 * What a launcher asks for. Immutable.
 *
 * @param script the commands: all at once (String), or as they come (InputStream)
 * @param name what the script is called, where errors shall tell the place
 * @param in what commands read
 * @param out what commands print
 * @param err what goes wrong
 */
record ScriptCall(Object script, Optional<String> name, InputStream in, PrintStream out, PrintStream err) {
    /** Reads a map with keys as this record has. */
    static ScriptCall of(Map<String, Object> call) {
        return new ScriptCall(
                call.get("script") instanceof InputStream stream ? stream : argument(call, "script", String.class),
                Optional.ofNullable(call.get("name")).map(String::valueOf),
                argument(call, "in", InputStream.class),
                argument(call, "out", PrintStream.class),
                argument(call, "err", PrintStream.class));
    }

    /** The statements, some at a time; a script that is there at once is read as a whole before any of it runs. */
    Iterator<List<ScriptStatement>> statements() {
        return script instanceof InputStream stream
                ? new ScriptLines(stream)
                : List.of(ScriptStatements.of((String) script, 1)).iterator();
    }

    /** Where a line is, as a person calls it; empty where that is no question. Line 0 is none in particular. */
    String place(int line) {
        return name.map(script -> line == 0 ? script + ": " : script + ":" + line + ": ")
                .orElse("");
    }

    private static <T> T argument(Map<String, Object> call, String key, Class<T> type) {
        return Optional.ofNullable(call.get(key))
                .filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(() -> new IllegalArgumentException(
                        key + ": " + call.get(key) + " is not accepted; a " + type.getName() + " is"));
    }
}
