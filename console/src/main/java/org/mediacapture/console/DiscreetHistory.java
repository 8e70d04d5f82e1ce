// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.console;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * A history that forgets lines with credentials. JLine's own patterns for that know no case and no lines that go on in the next.
 * Confined to the thread of the session.
 */
final class DiscreetHistory extends DefaultHistory {
    private static final Pattern SECRET = Pattern.compile(
            "(pass(word|wd)?|pwd|token|secret|api_?key)\"?\\s*[=:]|://[^/?#\\s]*@", Pattern.CASE_INSENSITIVE);

    @Override
    public void add(Instant time, String line) {
        if (!SECRET.matcher(line).find()) {
            super.add(time, line);
        }
    }
}
