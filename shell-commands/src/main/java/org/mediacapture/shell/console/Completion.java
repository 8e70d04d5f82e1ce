// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.shell.camera.OpenStream;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.command.CommandIndex;
import org.mediacapture.shell.words.Option;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Knows how the words of a camera command may go on: its manual says what stands where, the tracks and cameras that are there say
 * the names. Files are left to the console. Thread-safe.
 */
@Component(service = BiFunction.class, property = "org.mediacapture.console.complete=true")
public final class Completion implements BiFunction<CommandSession, List<String>, Collection<String>> {
    private final CameraAdmin admin;
    private final TrackRegistry tracks;

    /**
     * Makes a completion.
     *
     * @param admin knows cameras and providers
     * @param tracks the tracks of the shell
     */
    @Activate
    public Completion(@Reference CameraAdmin admin, @Reference TrackRegistry tracks) {
        this.admin = admin;
        this.tracks = tracks;
    }

    /**
     * Completes a statement, in the words of the console's contract.
     *
     * @param session the session
     * @param words the command and its arguments up to the one to complete, which may be empty
     * @return whole words, each with a description after a tab; none for commands of others
     */
    @Override
    public Collection<String> apply(CommandSession session, List<String> words) {
        int last = words.size() - 1;
        return CommandIndex.find(words.get(0)).stream()
                .flatMap(usage -> candidates(session, usage, words.subList(1, last), words.get(last)).stream())
                .map(candidate -> candidate.value() + "\t" + candidate.description())
                .toList();
    }

    /** The ways to go on with a word, also such as do not begin with what is typed of it. */
    List<Candidate> candidates(CommandSession session, Usage usage, List<String> before, String word) {
        Optional<Option> waiting = before.isEmpty() ? Optional.empty() : usage.option(before.get(before.size() - 1));
        if (waiting.flatMap(Option::value).isPresent()) {
            return waiting.get().choices().stream()
                    .map(value -> new Candidate(value, ""))
                    .toList();
        }
        if (word.startsWith("-")) {
            return options(usage, before);
        }
        List<String> names = names(before, usage);
        CommandForm form = CommandForm.of(usage.form());
        List<Candidate> candidates = new ArrayList<>();
        if (!word.contains("=")) {
            form.kindsAfter(names.size()).forEach(kind -> candidates.addAll(named(kind, session, before)));
        }
        if (word.contains("=") || form.hasNames(names.size())) {
            Optional<OpenTrack> track =
                    names.stream().flatMap(name -> track(name, session)).findFirst();
            form.pairs().stream()
                    .flatMap(kind -> PairCandidates.of(kind, word, track))
                    .filter(unused(before))
                    .forEach(candidates::add);
        }
        return candidates;
    }

    private List<Candidate> named(String kind, CommandSession session, List<String> before) {
        return switch (kind) {
            case "TRACK" -> openTracks(session);
            case "CAMERA" -> cameras();
            case "NAME" -> cameras();
            case "PROVIDER" ->
                providers().stream()
                        .filter(candidate -> !before.contains(candidate.value()))
                        .toList();
            case "COMMAND" ->
                CommandIndex.usages()
                        .map(usage -> new Candidate(usage.name(), usage.summary()))
                        .toList();
            default -> List.of();
        };
    }

    /** A track by its variable where it has one, as people write it, and by its name. */
    private List<Candidate> openTracks(CommandSession session) {
        List<Candidate> candidates = new ArrayList<>();
        variables(session)
                .forEach(name -> track("$" + name, session)
                        .forEach(open -> candidates.add(new Candidate("$" + name, open.text()))));
        tracks.all().forEach(open -> candidates.add(new Candidate(open.name(), open.text())));
        return candidates;
    }

    private List<Candidate> cameras() {
        return admin.cameras().stream()
                .map(camera -> new Candidate(camera.name(), camera.label()))
                .toList();
    }

    private List<Candidate> providers() {
        return admin.cameras().stream()
                .flatMap(camera -> camera.providers().stream())
                .map(ProviderStatus::provider)
                .distinct()
                .sorted()
                .map(name -> new Candidate(name, ""))
                .toList();
    }

    private Stream<OpenTrack> track(String word, CommandSession session) {
        if (!word.startsWith("$")) {
            return tracks.find(word).stream();
        }
        Object value = session.get(word.substring(1));
        OpenTrack open =
                value instanceof OpenStream stream ? stream.video() : value instanceof OpenTrack track ? track : null;
        return Stream.ofNullable(open).filter(tracks.all()::contains);
    }

    /** Gogo tells the names of a session's variables under this one. */
    private static List<String> variables(CommandSession session) {
        return session.get(".variables") instanceof Set<?> names
                ? names.stream().map(String::valueOf).sorted().toList()
                : List.of();
    }

    private static List<Candidate> options(Usage usage, List<String> before) {
        return usage.all().stream()
                .filter(option -> !before.contains(option.name()))
                .map(option -> new Candidate(option.name(), option.text()))
                .toList();
    }

    /** The words that are names: no options and their values, no words with an equals sign. */
    private static List<String> names(List<String> before, Usage usage) {
        List<String> names = new ArrayList<>();
        boolean isValue = false;
        for (String word : before) {
            boolean isOption = word.startsWith("--");
            if (!isOption && !isValue && !word.contains("=")) {
                names.add(word);
            }
            isValue = isOption && usage.option(word).flatMap(Option::value).isPresent();
        }
        return names;
    }

    /** What was said once is not offered again. */
    private static Predicate<Candidate> unused(List<String> before) {
        return candidate -> before.stream()
                .noneMatch(word ->
                        word.contains("=") && candidate.value().startsWith(word.substring(0, word.indexOf('=') + 1)));
    }
}
