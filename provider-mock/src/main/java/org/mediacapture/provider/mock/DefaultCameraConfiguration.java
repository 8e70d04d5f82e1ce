// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The mock camera that is there without configuration. */
@ObjectClassDefinition(
        name = "Default mock camera",
        description = "The mock camera that is there without configuration.")
@interface DefaultCameraConfiguration {
    @AttributeDefinition(name = "Default camera", description = "Whether there is the camera \"Mock camera\".")
    boolean $default() default true;

    @AttributeDefinition(
            name = "Microphone",
            description = "Whether the default camera has the microphone \"Mock microphone\".")
    boolean microphone() default true;
}
