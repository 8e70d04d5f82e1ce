// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that there is to say about a command: messages, manuals, the overview and completion are made of it. Immutable.
 *
 * @param name the name, without scope
 * @param task what a person wants to do with it
 * @param summary what it does, in a few words
 * @param purpose what it does, in a sentence
 * @param form its arguments as a manual shows them, without options; "" if it takes none
 * @param explanation what is to be known about the arguments, or ""
 * @param options the options of this command, without those that all have
 * @param examples lines that work as they are typed
 */
public record Usage(
        String name,
        Task task,
        String summary,
        String purpose,
        String form,
        String explanation,
        List<Option> options,
        List<String> examples) {
    /** The options that all commands have. */
    static final List<Option> COMMON = List.of(
            Option.ofSwitch("--help", "print this"), Option.ofSwitch("--debug", "print where a failure comes from"));

    /** Makes a usage; the lists are copied. */
    public Usage {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(explanation, "explanation");
        options = List.copyOf(options);
        examples = List.copyOf(examples);
    }

    /**
     * Reads what stands at a command.
     *
     * @param command a class with {@link Command} and Gogo's annotations
     * @return all that there is to say about it
     * @throws IllegalArgumentException if an annotation is missing
     */
    public static Usage of(Class<? extends CameraCommand> command) {
        return CommandAnnotations.read(command);
    }

    /**
     * A mistake in the arguments.
     *
     * @param problem what is wrong
     * @return the exception, whose message ends with the right form
     */
    public IllegalArgumentException wrong(String problem) {
        String end = problem.endsWith("?") ? " " : "; ";
        return new IllegalArgumentException(this + ": " + problem + end + "usage: " + line());
    }

    /**
     * An option of this command or of all.
     *
     * @param option with its dashes
     * @return the option, or empty if there is none of this name
     */
    public Optional<Option> option(String option) {
        return all().stream().filter(known -> known.name().equals(option)).findFirst();
    }

    /**
     * The options, those that all commands have last.
     *
     * @return one or more
     */
    public List<Option> all() {
        return Stream.concat(options.stream(), COMMON.stream()).toList();
    }

    /**
     * How it is typed.
     *
     * @return for example "camera:photo [TRACK or CAMERA] FILE [SETTINGS] [--json]"
     */
    public String line() {
        return this
                + (form.isEmpty() ? "" : " " + form)
                + options.stream().map(option -> " [" + option.form() + "]").collect(Collectors.joining());
    }

    /**
     * The answer to {@code --help}.
     *
     * @return purpose, arguments, options, examples
     */
    public String manual() {
        return new Manual(this).text();
    }

    /**
     * The name with its scope.
     *
     * @return for example "camera:photo"
     */
    @Override
    public String toString() {
        return "camera:" + name;
    }
}
