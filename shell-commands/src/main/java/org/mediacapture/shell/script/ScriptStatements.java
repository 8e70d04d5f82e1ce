// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.felix.gogo.runtime.Parser;
import org.apache.felix.gogo.runtime.SyntaxError;
import org.apache.felix.gogo.runtime.Token;
import org.mediacapture.shell.console.Misreading;

/** Takes a script apart, so that the result of every statement can be printed, not only the last. Thread-safe. */
final class ScriptStatements {
    /** What separates statements whose results are printed; {@code &&} and {@code ||} join them instead. */
    private static final Set<String> SEPARATORS = Set.of(";", "\n", "&");

    private ScriptStatements() {}

    /**
     * A statement of a script. Immutable.
     *
     * @param text the statement as it was typed
     * @param line the number of its line in the script, from 1
     * @param silent whether its result is not printed: an assignment
     */
    record ScriptStatement(String text, int line, boolean silent) {}

    /**
     * Takes a script apart with Gogo's own parser.
     *
     * @param firstLine the number of its first line
     * @throws SyntaxError if Gogo cannot read the script, or would read something otherwise than it is meant
     */
    static List<ScriptStatement> of(String script, int firstLine) {
        List<ScriptStatement> statements = new ArrayList<>();
        Parser.Executable first = null;
        Parser.Executable last = null;
        int begin = 0;
        for (Parser.Executable part : new Parser(script).program().tokens()) {
            if (!(part instanceof Parser.Operator)) {
                first = first == null ? part : first;
                last = part;
            } else if (Misreading.cutsUrl(script, part)) {
                throw new SyntaxError(part.line(), part.column(), Misreading.ADVICE);
            } else if (SEPARATORS.contains(part.toString())) {
                add(statements, script.substring(begin, endOf(part)), firstLine, first, last);
                begin = part.start() + part.length();
                first = null;
                last = null;
            }
        }
        add(statements, script.substring(begin), firstLine, first, last);
        return statements;
    }

    /** With {@code &} Gogo runs a statement in the background, so the sign stays with it. */
    private static int endOf(Token separator) {
        return Token.eq("&", separator) ? separator.start() + separator.length() : separator.start();
    }

    private static void add(
            List<ScriptStatement> statements,
            String text,
            int firstLine,
            Parser.Executable first,
            Parser.Executable last) {
        if (last != null && last.length() > 0) {
            statements.add(new ScriptStatement(text, firstLine + first.line(), isAssignment(last)));
        }
    }

    private static boolean isAssignment(Parser.Executable executable) {
        return executable instanceof Parser.Statement statement
                && statement.tokens().size() > 1
                && Token.eq("=", statement.tokens().get(1));
    }
}
