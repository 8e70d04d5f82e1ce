// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;

/**
 * Reads the annotations of a command, most of which are Gogo's, for its own help. The text at an argument or at an option with
 * a value is "FORM" or "FORM: explanation", where an option may have "FORM=one|two: explanation".
 */
final class CommandAnnotations {
    private CommandAnnotations() {}

    static Usage read(Class<? extends CameraCommand> command) {
        Command marks = annotation(command, Command.class);
        Method method = Arrays.stream(command.getMethods())
                .filter(candidate -> candidate.isAnnotationPresent(Descriptor.class))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(command + " has no method with a descriptor"));
        Text words = new Text("", "");
        List<Option> options = new ArrayList<>();
        for (java.lang.reflect.Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(Parameter.class)) {
                options.add(option(parameter));
            } else if (parameter.getType() != CommandSession.class) {
                words = Text.of(descriptor(parameter));
            }
        }
        return new Usage(
                marks.function()[0],
                marks.task(),
                descriptor(command),
                descriptor(method),
                words.form(),
                words.explanation(),
                options,
                List.of(marks.examples()));
    }

    private static Option option(java.lang.reflect.Parameter parameter) {
        Parameter option = annotation(parameter, Parameter.class);
        String name = option.names()[0];
        if (!option.presentValue().equals(Parameter.UNSPECIFIED)) {
            return Option.ofSwitch(name, descriptor(parameter));
        }
        Text text = Text.of(descriptor(parameter));
        String[] form = text.form().split("=", 2);
        List<String> choices = form.length == 2 ? List.of(form[1].split("\\|")) : List.of();
        return new Option(name, Optional.of(form[0]), choices, text.explanation());
    }

    private static String descriptor(AnnotatedElement element) {
        return annotation(element, Descriptor.class).value();
    }

    private static <A extends Annotation> A annotation(AnnotatedElement element, Class<A> type) {
        return Optional.ofNullable(element.getAnnotation(type))
                .orElseThrow(() -> new IllegalArgumentException(element + " has no @" + type.getSimpleName()));
    }

    private record Text(String form, String explanation) {
        static Text of(String text) {
            String[] parts = text.split(": ", 2);
            return new Text(parts[0], parts.length == 2 ? parts[1] : "");
        }
    }
}
