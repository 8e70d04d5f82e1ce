// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.shell.camera.Waits;
import org.mediacapture.shell.network.FirstArrivals;
import org.mediacapture.shell.output.JsonDocument;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.output.Table;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:providers} lists every camera with every provider that offers it, and providers that have none. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "providers",
        task = Task.CAMERAS,
        examples = {"camera:providers"})
@Descriptor("lists the providers of each camera")
public final class ProvidersCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(ProvidersCommand.class);

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
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return providers(call.none().json());
    }

    /**
     * Lists cameras and providers.
     *
     * @param json whether to answer a JSON document
     * @return a row for each pair of camera and provider, and one for each provider that lacks cameras
     * @throws InterruptedException if the command was interrupted
     */
    @Descriptor(
            "lists the providers of each camera: which is in use, what went wrong with it last, and which have no cameras")
    public Printable providers(
            @Descriptor("answer a JSON document")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json)
            throws InterruptedException {
        arrivals.await();
        List<ProviderRow> rows = Stream.concat(
                        admin.cameras().stream().flatMap(ProviderRow::of),
                        admin.troubles().stream().map(ProviderRow::of))
                .toList();
        if (json) {
            return new JsonDocument(rows.stream().map(ProviderRow::members).toList());
        }
        return new Table(
                List.of("CAMERA", "PROVIDER", "BUNDLE", "RANKING", "IN USE", "STATE", "TROUBLE"),
                rows.stream().map(ProviderRow::cells).toList(),
                "there is no camera; camera:add URL adds one");
    }
}
