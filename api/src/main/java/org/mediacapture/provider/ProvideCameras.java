// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Capability;

/**
 * Says in the manifest that the bundle brings cameras, so that a resolver can find it for an application that needs some:
 * a capability in the namespace {@value #NAMESPACE}, and the {@link CameraDevice} services, which bnd does not see in code.
 * Stands on a class or package of a provider bundle; without effect at run time.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Capability(
        namespace = ProvideCameras.NAMESPACE,
        attribute = {ProvideCameras.NAMESPACE + "=${#value}", ProvideCameras.SCHEMES + ":List<String>=\"${#schemes}\""})
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.mediacapture.provider.CameraDevice\"",
        uses = CameraDevice.class)
public @interface ProvideCameras {
    /** The namespace of the capability, and its attribute that has the name of the provider. */
    String NAMESPACE = "org.mediacapture.camera.provider";

    /** The attribute of the capability that has the schemes of {@link CameraProperties#ADDRESS}. A list of strings. */
    String SCHEMES = "schemes";

    /**
     * The name of the provider.
     *
     * @return what {@link CameraProperties#PROVIDER} of its services says
     */
    String value();

    /**
     * Which cameras the bundle can bring.
     *
     * @return the schemes of the addresses that it may have, such as {@code rtsp}
     */
    String[] schemes();
}
