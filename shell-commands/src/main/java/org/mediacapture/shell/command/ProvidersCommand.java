// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.shell.camera.Waits;
import org.mediacapture.shell.network.FirstArrivals;
import org.mediacapture.shell.output.JsonDocument;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.output.Table;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:providers} lists every camera with every provider that offers it. Thread-safe. */
@Component(service = Function.class)
@GogoCommand(scope = "camera", function = "providers")
@Descriptor("lists the providers of each camera")
public final class ProvidersCommand implements Function {
    private static final Usage USAGE = new Usage("providers", "[--json]");

    private final CameraAdmin admin;
    private final FirstArrivals arrivals;

    /**
     * Makes the command.
     *
     * @param admin knows cameras and providers
     * @param configurations knows the configured cameras, which may arrive a moment after the start
     */
    @Activate
    public ProvidersCommand(@Reference CameraAdmin admin, @Reference ConfigurationAdmin configurations) {
        this(admin, configurations, Waits.STANDARD);
    }

    ProvidersCommand(CameraAdmin admin, ConfigurationAdmin configurations, Waits waits) {
        this.admin = admin;
        this.arrivals = new FirstArrivals(configurations, admin, waits);
    }

    @Override
    public Object execute(CommandSession session, List<Object> arguments) throws Exception {
        return USAGE.run(arguments, call -> providers(call.none().json()));
    }

    /**
     * Lists cameras and providers.
     *
     * @param json whether to answer a JSON document
     * @return a row for each pair of camera and provider
     * @throws InterruptedException if the command was interrupted
     */
    @Descriptor("lists the providers of each camera: which is in use, and what went wrong with it last")
    public Printable providers(
            @Descriptor("answer a JSON document")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json)
            throws InterruptedException {
        arrivals.await();
        List<CameraStatus> cameras = admin.cameras();
        if (json) {
            return new JsonDocument(cameras.stream()
                    .flatMap(camera -> providersOf(camera).map(provider -> members(camera, provider)))
                    .toList());
        }
        return new Table(
                List.of("CAMERA", "PROVIDER", "BUNDLE", "RANKING", "IN USE", "STATE", "TROUBLE"),
                cameras.stream()
                        .flatMap(camera -> providersOf(camera).map(provider -> row(camera, provider)))
                        .toList(),
                "there is no camera; camera:add URL adds one");
    }

    /** A camera whose tracks wait for a provider has none; it gets a row all the same. */
    private static Stream<ProviderStatus> providersOf(CameraStatus camera) {
        return camera.providers().isEmpty()
                ? Stream.of(new ProviderStatus("", "", 0, false, ""))
                : camera.providers().stream();
    }

    private static Map<String, Object> members(CameraStatus camera, ProviderStatus provider) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("camera", camera.name());
        members.put("provider", provider.provider());
        members.put("bundle", provider.bundle());
        members.put("ranking", provider.ranking());
        members.put("inUse", provider.inUse());
        members.put("state", camera.state().value());
        members.put("cause", camera.cause());
        members.put("trouble", provider.trouble());
        return members;
    }

    private static List<String> row(CameraStatus camera, ProviderStatus provider) {
        return List.of(
                camera.name(),
                provider.provider(),
                provider.bundle(),
                provider.provider().isEmpty() ? "" : String.valueOf(provider.ranking()),
                provider.inUse() ? "yes" : "no",
                camera.state().value(),
                provider.trouble().isEmpty() ? camera.cause() : provider.trouble());
    }
}
