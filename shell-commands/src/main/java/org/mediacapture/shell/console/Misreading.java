// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.console;

import java.util.Optional;
import java.util.function.Function;
import org.apache.felix.gogo.runtime.Parser;
import org.apache.felix.gogo.runtime.SyntaxError;
import org.apache.felix.gogo.runtime.Token;
import org.osgi.service.component.annotations.Component;

/**
 * What Gogo would understand otherwise than it is meant, without an error of its own: a URL that it cuts at its ampersand, to run
 * the first half in the background. Asked by the console before it runs a line, and by scripts. Thread-safe.
 */
@Component(service = Function.class, property = "org.mediacapture.console.check=true")
public final class Misreading implements Function<String, Optional<String>> {
    /** What is wrong and how it is written, without what was typed, which may be secret. */
    public static final String ADVICE =
            "an & outside of quotes ends a command; a URL with & is put in single quotes, as in"
                    + " camera:add 'http://192.168.1.20/?channel=2&quality=high' name=door";

    /**
     * Looks at a line.
     *
     * @param typed the line
     * @return what is wrong; empty if nothing is, or if Gogo will say so itself
     */
    @Override
    public Optional<String> apply(String typed) {
        try {
            return new Parser(typed)
                    .program().tokens().stream()
                            .filter(part -> cutsUrl(typed, part))
                            .findFirst()
                            .map(part -> ADVICE);
        } catch (SyntaxError e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a part of a script is an ampersand that stands within a URL.
     *
     * @param script the script
     * @param part a part of it, as Gogo took it apart
     * @return true if it is
     */
    public static boolean cutsUrl(String script, Token part) {
        if (!Token.eq("&", part)) {
            return false;
        }
        int end = part.start() + part.length();
        String before = script.substring(0, part.start()).replaceFirst("(?s).*\\s", "");
        return before.contains("://")
                && !before.matches(".*['\"]")
                && end < script.length()
                && !Character.isWhitespace(script.charAt(end))
                && ";|&#".indexOf(script.charAt(end)) < 0;
    }
}
