// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Marks a command of the shell: its service properties, by which Gogo knows it, and what Gogo's own annotations on its method
 * do not tell. {@link Usage#of} makes of both all that there is to say about a command.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Command {
    /** What the members' names begin with as service properties. */
    String PREFIX_ = "osgi.command.";

    /**
     * The scope of the command.
     *
     * @return always the same
     */
    String scope() default "camera";

    /**
     * The names of the command.
     *
     * @return the name; a second one without hyphen where the name has one, since Gogo's help goes by names of methods
     */
    String[] function();

    /**
     * Where it stands in the overview.
     *
     * @return what a person wants to do with it
     */
    Task task();

    /**
     * Lines that work as they are typed, on a computer without cameras.
     *
     * @return one or more; a test types them all
     */
    String[] examples();
}
