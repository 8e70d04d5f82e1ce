// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.console;

import org.apache.felix.gogo.jline.Highlighter;
import org.apache.felix.service.command.CommandSession;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;

/** Gogo's colours, without the quote or brace that Gogo adds to read what is begun. Confined to the thread of the session. */
final class LineColours extends Highlighter {
    LineColours(CommandSession session) {
        super(session);
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        AttributedString coloured = super.highlight(reader, buffer);
        return coloured.length() > buffer.length() ? coloured.subSequence(0, buffer.length()) : coloured;
    }
}
