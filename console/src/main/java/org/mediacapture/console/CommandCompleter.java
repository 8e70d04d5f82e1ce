// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.felix.gogo.runtime.CommandSessionImpl;
import org.apache.felix.service.command.CommandSession;
import org.jline.builtins.Completers.FileNameCompleter;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * Completes names of commands where one is expected, else what bundles know of its arguments, else files. A command is offered
 * with its scope, and without it to whoever has begun to type it so. Confined to the thread of the session.
 */
final class CommandCompleter implements Completer {
    private static final Set<String> OF_THE_SESSION = Set.of("exit", "shutdown");

    private final CommandSession session;
    private final ArgumentCompletions arguments;
    private final Completer files;

    CommandCompleter(CommandSession session, ArgumentCompletions arguments) {
        this.session = session;
        this.arguments = arguments;
        files = new FileNameCompleter();
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        boolean assigned = line.words().size() > 1 && "=".equals(line.words().get(1));
        int command = assigned ? 2 : 0;
        if (line.wordIndex() <= command) {
            commands(line.word(), candidates);
            return;
        }
        List<String> typed = new ArrayList<>(line.words().subList(command, line.wordIndex()));
        typed.add(line.word().substring(0, line.wordCursor()));
        List<Candidate> known = arguments.after(typed);
        candidates.addAll(known);
        String begun = typed.get(typed.size() - 1);
        if (known.stream().noneMatch(candidate -> candidate.value().startsWith(begun))) {
            files.complete(reader, line, candidates);
        }
    }

    private void commands(String word, List<Candidate> candidates) {
        Set<?> names = (Set<?>) session.get(CommandSessionImpl.COMMANDS);
        for (Object each : names) {
            String name = String.valueOf(each);
            String scope = name.substring(0, name.indexOf(':'));
            candidates.add(candidate(name, scope));
            if (!word.isEmpty() && word.indexOf(':') < 0) {
                candidates.add(candidate(name.substring(scope.length() + 1), scope));
            }
        }
        OF_THE_SESSION.forEach(name -> candidates.add(candidate(name, "session")));
    }

    private static Candidate candidate(String name, String scope) {
        return new Candidate(name, name, scope, null, null, null, true);
    }
}
