// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.console;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;

/**
 * What Gogo would understand otherwise than it is meant, without an error of its own: asked by the console before it runs a line, and
 * by scripts. Thread-safe.
 */
@Component(service = Function.class, property = "org.mediacapture.console.check=true")
public final class Misreading implements Function<String, Optional<String>> {
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"|\\\\.");
    private static final Pattern CUT_URL = Pattern.compile("\\w+://[^\\s;|]*&[^\\s;|&]");

    /**
     * Looks for a URL that Gogo would cut at its ampersand, running the first half in the background.
     *
     * @param typed a line or a script
     * @return what is wrong and how it is written, without what was typed, which may be secret
     */
    @Override
    public Optional<String> apply(String typed) {
        String unquoted = QUOTED.matcher(typed).replaceAll("");
        return CUT_URL.matcher(unquoted).find()
                ? Optional.of("an & outside of quotes ends a command; a URL with & is put in single quotes, as in"
                        + " camera:add 'http://192.168.1.20/?channel=2&quality=high' name=door")
                : Optional.empty();
    }
}
