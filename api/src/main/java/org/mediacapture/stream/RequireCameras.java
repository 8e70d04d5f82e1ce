// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.mediacapture.provider.ProvideCameras;
import org.osgi.annotation.bundle.Requirement;

/**
 * Says in the manifest that the bundle captures, so that a resolver adds what it needs at run time: whoever implements this
 * API, and at least one provider of cameras. Stands on a class or package of an application; without effect at run time.
 *
 * <p>Both requirements are effective when a resolver assembles an application, and not in the framework: a wire to a provider
 * would restart the application whenever that provider is updated.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Requirement(
        namespace = "osgi.implementation",
        name = RequireCameras.IMPLEMENTATION,
        version = RequireCameras.VERSION,
        effective = "active")
@Requirement(
        namespace = ProvideCameras.NAMESPACE,
        filter = "(" + ProvideCameras.SCHEMES + "=${#scheme})",
        effective = "active")
public @interface RequireCameras {
    /** The name of this API in the namespace {@code osgi.implementation}. */
    String IMPLEMENTATION = "org.mediacapture";

    /** The version of this API in the namespace {@code osgi.implementation}. */
    String VERSION = "1.0.0";

    /**
     * Which cameras are needed.
     *
     * @return a scheme of their addresses, such as {@code rtsp}, which a provider has to serve; by default any
     */
    String scheme() default "*";
}
