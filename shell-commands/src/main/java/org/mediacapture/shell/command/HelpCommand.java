// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.shell.output.JsonDocument;
import org.mediacapture.shell.output.Line;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.CloseMatches;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Option;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.component.annotations.Component;

/** {@code camera:help} tells what the commands are for, or one of them. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "help",
        task = Task.OBSERVE,
        examples = {"camera:help", "camera:help photo"})
@Descriptor("explains the commands")
public final class HelpCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(HelpCommand.class);
    private static final String WORDS = "FILE, URL, NAME as usual; the others:\n"
            + "  CAMERA       short name, label, part of the label, or device id: camera:devices lists them\n"
            + "  TRACK        what camera:open answered: $t after t = camera:open mock, or its short name t1\n"
            + "  CONSTRAINTS  width=1280 (wished), width.exact=1280 (required), frameRate.max=15 (limited),\n"
            + "               a map such as [width=1280], or W3C JSON in quotes\n"
            + "  PROVIDER     such as javacv: camera:providers lists them";

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) {
        return help(call.json(), call.atMost("COMMAND").map(String::valueOf));
    }

    /**
     * Explains the commands.
     *
     * @param json whether to answer a JSON document
     * @param command the name of a command, with or without scope; empty for the overview
     * @return the overview by task, or the manual of the command
     */
    @Descriptor("explains what the commands are for, or how one of them is used")
    public Printable help(
            @Descriptor("answer a JSON document")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("[COMMAND]: with or without camera:") Optional<String> command) {
        if (command.isPresent()) {
            Usage usage = find(command.get());
            return json ? new JsonDocument(members(usage)) : new Line(usage.manual());
        }
        return json
                ? new JsonDocument(
                        CommandIndex.usages().map(HelpCommand::members).toList())
                : new Line(overview());
    }

    private static Usage find(String command) {
        String name = command.replaceFirst("^camera:", "");
        return CommandIndex.find(command)
                .orElseThrow(() -> new IllegalArgumentException("there is no command camera:" + name
                        + CloseMatches.question(name, CommandIndex.names()) + " (camera:help lists "
                        + CommandIndex.names().size() + ")"));
    }

    private static String overview() {
        Map<Task, List<Usage>> tasks = CommandIndex.usages().collect(Collectors.groupingBy(Usage::task));
        int width = CommandIndex.usages()
                .mapToInt(usage -> usage.toString().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (Task task : Task.values()) {
            lines.add(task.title());
            for (Usage usage : tasks.getOrDefault(task, List.of())) {
                String name = usage.toString();
                lines.add("  " + name + " ".repeat(width - name.length() + 2) + usage.summary());
            }
            lines.add("");
        }
        lines.add(WORDS);
        lines.add("");
        lines.add("camera:help COMMAND, or COMMAND --help, explains one.");
        return String.join("\n", lines);
    }

    private static Map<String, Object> members(Usage usage) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", usage.toString());
        members.put("task", usage.task().title());
        members.put("purpose", usage.purpose());
        members.put("usage", usage.line());
        members.put("explanation", usage.explanation());
        members.put(
                "options",
                usage.all().stream()
                        .collect(Collectors.toMap(
                                Option::form, Option::text, (first, second) -> first, LinkedHashMap::new)));
        members.put("examples", usage.examples());
        return members;
    }
}
