// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Map;
import org.mediacapture.configuration.ConfigurationCheck;
import org.mediacapture.configuration.SettingsService;
import org.mediacapture.configuration.Written;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Reads the configuration of the provider itself, and offers it to the other components. Confined to the component runtime. */
@Component(
        service = {},
        immediate = true,
        configurationPid = ProviderConfiguration.PID)
@Designate(ocd = ProviderConfiguration.Config.class)
public final class ProviderConfiguration {
    static final String PID = "org.mediacapture.provider.javacv";

    private static final ConfigurationCheck CHECK = new ConfigurationCheck("the defaults are in force");

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
        @AttributeDefinition(
                name = "Discovery",
                description =
                        "Whether the cameras at this computer are looked for; those that are configured are there all"
                                + " the same")
        boolean discovery() default true;
    }

    private final SettingsService<ProviderSettings> settings;

    /** Reads the first configuration; a wrong one is reported. */
    @Activate
    public ProviderConfiguration(BundleContext context, Config config, Map<String, Object> written) {
        settings = new SettingsService<>(context, ProviderSettings.class);
        settings.offer(CHECK.first(() -> read(config, written)).orElse(ProviderSettings.DEFAULT));
    }

    /** Takes another configuration, unless it is wrong. */
    @Modified
    public void modified(Config config, Map<String, Object> written) {
        CHECK.next(() -> read(config, written)).ifPresent(settings::offer);
    }

    /** Takes the settings away. */
    @Deactivate
    public void close() {
        settings.close();
    }

    private static ProviderSettings read(Config config, Map<String, Object> values) {
        Written written = new Written(PID, values);
        return new ProviderSettings(
                written.number("ranking", config::ranking), written.flag("discovery", config::discovery));
    }
}
