// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.felix.service.command.CommandSession;
import org.mediacapture.shell.camera.CurrentDirectory;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.camera.PictureFile;
import org.mediacapture.shell.output.StandardStreams;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.ConstraintWords;
import org.mediacapture.shell.words.Usage;

/**
 * The arguments of the commands that take a picture: words with an equals sign, maps and JSON are settings, the last other
 * word is the file, the one before it a track or else a camera. Immutable.
 *
 * @param source what names a track or a camera, empty for the best camera
 * @param file the file as typed
 * @param settings the settings
 */
record PictureWords(Optional<Object> source, String file, List<Object> settings) {
    /**
     * Reads the arguments.
     *
     * @param isSource whether a word names a track or a camera: where that is the only one, the file was forgotten
     */
    static PictureWords of(Usage usage, List<Object> words, Predicate<String> isSource) {
        List<Object> settings = words.stream().filter(ConstraintWords::isMeant).toList();
        List<Object> names =
                words.stream().filter(word -> !ConstraintWords.isMeant(word)).toList();
        if (names.isEmpty()) {
            throw usage.wrong("FILE is missing");
        }
        if (names.size() > 2) {
            throw usage.wrong(Arguments.shown(names.get(0)) + " is one name too many");
        }
        Object file = names.get(names.size() - 1);
        if (!(file instanceof String name) || names.size() == 1 && isSource.test(name)) {
            throw usage.wrong("FILE is missing after " + (file instanceof OpenTrack track ? track.name() : file));
        }
        if (name.isBlank()) {
            throw usage.wrong("FILE is empty");
        }
        return new PictureWords(names.size() == 2 ? Optional.of(names.get(0)) : Optional.empty(), name, settings);
    }

    PictureFile pictureFile(CommandSession session) {
        return PictureFile.in(CurrentDirectory.of(session), file);
    }

    /** Where a command tells what is no answer: the standard error of the command, or of the session. */
    static Consumer<String> errors(Usage usage, CommandSession session) {
        PrintStream err = StandardStreams.err(session);
        return line -> err.println(usage + ": " + line);
    }
}
