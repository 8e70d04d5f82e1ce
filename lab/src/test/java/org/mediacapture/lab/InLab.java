// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that needs the cameras of the lab. Maven leaves it out; {@code lab/test --all} runs it, and {@code lab/test}
 * too what has the tag {@code smoke}. Its constructor may ask for {@link LabFramework}, {@link CameraLab} and {@link LabReport}.
 */
@Tag("camera")
@ExtendWith(LabExtension.class)
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface InLab {}
