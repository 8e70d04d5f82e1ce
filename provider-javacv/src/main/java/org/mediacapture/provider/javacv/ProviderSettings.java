// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration of the provider itself. Immutable; a change replaces it, and registers the cameras anew. */
@Component(service = ProviderSettings.class, configurationPid = ProviderSettings.PID)
@Designate(ocd = ProviderSettings.Config.class)
public final class ProviderSettings {
    /** The value of {@code camera.provider}. */
    static final String NAME = "javacv";

    static final String PID = "org.mediacapture.provider.javacv";

    /** What can be configured. */
    @ObjectClassDefinition(
            id = PID,
            name = "mediacapture: FFmpeg provider",
            description = "Cameras that are reached by FFmpeg")
    public @interface Config {
        /** The ranking of the cameras. */
        @AttributeDefinition(
                name = "Ranking",
                description = "service.ranking of the cameras: of two providers of a camera the higher is preferred")
        int ranking() default 100;

        /** Whether local cameras are looked for. */
        @AttributeDefinition(name = "Discovery", description = "Whether the cameras at this computer are looked for")
        boolean discovery() default true;
    }

    private final int ranking;
    private final boolean discovery;

    /** Reads the configuration. */
    @Activate
    public ProviderSettings(Config config) {
        ranking = config.ranking();
        discovery = config.discovery();
    }

    /** The value of {@code service.ranking}. */
    int ranking() {
        return ranking;
    }

    /** Whether local cameras are looked for. */
    boolean discovers() {
        return discovery;
    }
}
