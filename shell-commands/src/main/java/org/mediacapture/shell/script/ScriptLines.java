// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.felix.gogo.runtime.EOFError;
import org.apache.felix.gogo.runtime.SyntaxError;
import org.mediacapture.shell.script.ScriptStatements.ScriptStatement;

/**
 * The statements of a script that arrives line by line, as soon as they are there: a line, or as many as Gogo needs for what is
 * begun in it. Confined to one thread.
 */
final class ScriptLines implements Iterator<List<ScriptStatement>> {
    private final BufferedReader lines;
    private int count;
    private List<ScriptStatement> next = List.of();

    ScriptLines(InputStream in) {
        lines = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
    }

    /**
     * Waits until there are statements or the end.
     *
     * @throws org.apache.felix.gogo.runtime.SyntaxError if Gogo cannot read a line, or the script ends within a statement
     * @throws UncheckedIOException if the lines cannot be read
     */
    @Override
    public boolean hasNext() {
        try {
            for (String line = ""; next.isEmpty() && line != null; ) {
                line = lines.readLine();
                if (line != null) {
                    count++;
                    next = complete(line);
                }
            }
            return !next.isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<ScriptStatement> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the script has ended");
        }
        List<ScriptStatement> statements = next;
        next = List.of();
        return statements;
    }

    private List<ScriptStatement> complete(String firstLine) throws IOException {
        int first = count;
        StringBuilder text = new StringBuilder(firstLine);
        while (true) {
            try {
                return ScriptStatements.of(text.toString(), first);
            } catch (EOFError e) {
                String line = lines.readLine();
                if (line == null) {
                    throw new SyntaxError(first - 1 + e.line(), e.column(), e.getMessage());
                }
                count++;
                text.append('\n').append(line);
            } catch (SyntaxError e) {
                throw new SyntaxError(first - 1 + e.line(), e.column(), e.getMessage());
            }
        }
    }
}
