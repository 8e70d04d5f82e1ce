// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.examples.timelapse;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Timelapse", description = "Pictures of one camera at fixed times.")
@interface TimelapseConfiguration {
    @AttributeDefinition(name = "Camera", description = "The label of the camera; empty: the first one there is.")
    String camera() default "";

    @AttributeDefinition(name = "Every", description = "Seconds from one picture to the next.", min = "1")
    int every() default 60;

    @AttributeDefinition(name = "Folder", description = "Where the pictures go; it is made if it is not there.")
    String folder();
}
