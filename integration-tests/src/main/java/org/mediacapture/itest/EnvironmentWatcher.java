// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;

/** A component as an application has it: it is there as long as there is a camera that looks at the environment. */
@Component(service = EnvironmentWatcher.class)
public final class EnvironmentWatcher {
    @Reference(target = "(&(osgi.condition.id=org.mediacapture.camera)(facingMode=environment))")
    Condition camera;
}
