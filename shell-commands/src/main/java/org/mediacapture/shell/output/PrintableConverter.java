// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import org.apache.felix.service.command.Converter;
import org.osgi.service.component.annotations.Component;

/** Prints the answers of the camera commands for Gogo. Thread-safe. */
@Component(property = Converter.CONVERTER_CLASSES + "=org.mediacapture.shell.output.Printable")
public final class PrintableConverter implements Converter {
    /**
     * Converts nothing: the commands take their arguments as they are typed.
     *
     * @return null, by which Gogo knows that another converter is to be asked
     */
    @Override
    public Object convert(Class<?> desiredType, Object in) {
        return null;
    }

    /**
     * Prints an answer of a camera command.
     *
     * @return its text; null for foreign objects, by which Gogo knows that another converter is to be asked
     */
    @Override
    public CharSequence format(Object target, int level, Converter escape) {
        return target instanceof Printable printable ? printable.text() : null;
    }
}
