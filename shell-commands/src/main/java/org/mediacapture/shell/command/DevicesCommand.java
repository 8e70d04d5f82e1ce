// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.shell.camera.Answer;
import org.mediacapture.shell.camera.CameraDirectory;
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
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDevices;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:devices} lists the devices with the names by which commands know them. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "devices",
        task = Task.CAMERAS,
        examples = {"camera:devices", "camera:devices --json"})
@Descriptor("lists cameras and microphones")
public final class DevicesCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(DevicesCommand.class);

    private final MediaDevices devices;
    private final CameraAdmin admin;
    private final Waits waits;
    private final FirstArrivals arrivals;

    /**
     * Makes the command.
     *
     * @param devices enumerates the devices
     * @param admin knows names and providers
     * @param configurations knows the configured cameras, which may arrive a moment after the start
     */
    @Activate
    public DevicesCommand(
            @Reference MediaDevices devices,
            @Reference CameraAdmin admin,
            @Reference ConfigurationAdmin configurations) {
        this(devices, admin, configurations, Waits.STANDARD);
    }

    DevicesCommand(MediaDevices devices, CameraAdmin admin, ConfigurationAdmin configurations, Waits waits) {
        this.devices = devices;
        this.admin = admin;
        this.waits = waits;
        this.arrivals = new FirstArrivals(configurations, admin, waits);
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return devices(call.none().json());
    }

    /**
     * Lists the devices.
     *
     * @param json whether to answer a JSON document
     * @return the devices
     * @throws InterruptedException if the command was interrupted
     */
    @Descriptor("lists cameras and microphones: short name, label, kind, provider, device id, group id")
    public Printable devices(
            @Descriptor("answer a JSON document")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json)
            throws InterruptedException {
        arrivals.await();
        List<MediaDeviceInfo> infos =
                Answer.of(devices.enumerateDevices(), waits.answer(), "listing the devices", late -> {});
        List<CameraStatus> cameras = admin.cameras();
        List<Map<String, Object>> rows =
                infos.stream().map(info -> row(info, cameras)).toList();
        return json ? new JsonDocument(rows) : table(rows);
    }

    private static Map<String, Object> row(MediaDeviceInfo info, List<CameraStatus> cameras) {
        Optional<CameraStatus> camera = cameras.stream()
                .filter(status -> status.deviceId().equals(info.deviceId()))
                .findFirst();
        Map<String, Object> row = new LinkedHashMap<>(info.toMap());
        row.put("name", camera.map(CameraStatus::name).orElse(""));
        row.put("provider", camera.map(CameraDirectory::providerOf).orElse(""));
        return row;
    }

    private static Table table(List<Map<String, Object>> rows) {
        List<String> members = List.of("name", "label", "kind", "provider", "deviceId", "groupId");
        return new Table(
                List.of("NAME", "LABEL", "KIND", "PROVIDER", "DEVICE ID", "GROUP ID"),
                rows.stream()
                        .map(row -> members.stream()
                                .map(member -> String.valueOf(row.get(member)))
                                .map(text -> text.isEmpty() ? "-" : text)
                                .toList())
                        .toList(),
                "there is no camera; camera:add URL adds one");
    }
}
