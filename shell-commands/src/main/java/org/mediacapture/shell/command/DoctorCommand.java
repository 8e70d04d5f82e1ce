// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.diagnosis.CamerasCheck;
import org.mediacapture.diagnosis.Check;
import org.mediacapture.diagnosis.CodecTroubles;
import org.mediacapture.diagnosis.CoreCheck;
import org.mediacapture.diagnosis.FramesCheck;
import org.mediacapture.diagnosis.ProvidersCheck;
import org.mediacapture.shell.burst.Room;
import org.mediacapture.shell.doctor.BundlesCheck;
import org.mediacapture.shell.doctor.ConfigurationCheck;
import org.mediacapture.shell.doctor.DataDirectoryCheck;
import org.mediacapture.shell.doctor.DevicesCheck;
import org.mediacapture.shell.doctor.Diagnosis;
import org.mediacapture.shell.doctor.Examination;
import org.mediacapture.shell.doctor.InstalledBundle;
import org.mediacapture.shell.doctor.InstalledBundles;
import org.mediacapture.shell.doctor.NetworkCamerasCheck;
import org.mediacapture.shell.doctor.PermissionsCheck;
import org.mediacapture.shell.doctor.StoredConfiguration;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.output.ProgressLine;
import org.mediacapture.shell.output.Screen;
import org.mediacapture.shell.output.StandardStreams;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.PermissionController;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code camera:doctor} looks for what is wrong; unlike the others it works also without the core. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "doctor",
        task = Task.OBSERVE,
        examples = {"camera:doctor", "camera:doctor --json"})
@Descriptor("looks for what is wrong, and says what to do")
public final class DoctorCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(DoctorCommand.class);
    private static final Duration ARRIVAL = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Path SYSTEM = Path.of("/");

    private final Supplier<List<Check>> checks;

    /**
     * Makes the command.
     *
     * @param context the bundle's, for what is installed
     * @param configurations what is configured
     * @param admin knows cameras, if there is a core
     * @param devices opens cameras, if there is a core
     */
    @Activate
    public DoctorCommand(
            BundleContext context,
            @Reference ConfigurationAdmin configurations,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    Optional<CameraAdmin> admin,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    Optional<MediaDevices> devices) {
        this(() -> checks(context, configurations, admin, devices));
    }

    DoctorCommand(Supplier<List<Check>> checks) {
        this.checks = checks;
    }

    private static List<Check> checks(
            BundleContext context,
            ConfigurationAdmin admin,
            Optional<CameraAdmin> cameras,
            Optional<MediaDevices> devices) {
        Supplier<List<InstalledBundle>> bundles = new InstalledBundles(context)::all;
        Supplier<List<StoredConfiguration>> configurations = () -> StoredConfiguration.all(admin);
        List<Check> checks = new ArrayList<>();
        checks.add(new BundlesCheck(bundles));
        checks.add(new ProvidersCheck(
                () -> cameras.map(CameraAdmin::troubles).orElse(List.of()), new CodecTroubles(context)::all, SYSTEM));
        checks.add(new DevicesCheck());
        if (cameras.isPresent() && devices.isPresent()) {
            checks.add(new CamerasCheck(cameras.get()::cameras));
            checks.add(new FramesCheck(cameras.get()::statistics, cameras.get()::tracks));
            checks.add(new NetworkCamerasCheck(configurations, cameras.get(), devices.get(), ARRIVAL, ANSWER));
        } else {
            checks.add(new CoreCheck());
        }
        checks.add(new PermissionsCheck(
                configurations,
                bundles,
                context.getBundle().getSymbolicName(),
                () -> context.getServiceReference(PermissionController.class) != null));
        checks.add(new ConfigurationCheck(configurations, bundles));
        checks.add(new DataDirectoryCheck(
                path(context, "org.mediacapture.data"),
                path(context, "felix.cm.dir"),
                Room.DISK,
                SYSTEM.resolve("proc")));
        return checks;
    }

    private static Optional<Path> path(BundleContext context, String property) {
        return Optional.ofNullable(context.getProperty(property)).map(Path::of);
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return doctor(session, call.none().json());
    }

    /**
     * Looks for what is wrong.
     *
     * @param session where progress is drawn
     * @param json whether to answer a JSON document
     * @return findings, each with what to do
     * @throws InterruptedException if the command was interrupted
     */
    @Descriptor("looks at bundles, natives, devices, cameras, network cameras, permissions, configuration and the data"
            + " directory, and says what to do about what is wrong")
    public Printable doctor(
            CommandSession session,
            @Descriptor("answer a JSON document")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json)
            throws InterruptedException {
        Examination examination = new Examination(checks.get());
        try (ProgressLine line = new ProgressLine(StandardStreams.out(session), () -> Screen.of(session))) {
            Diagnosis diagnosis = examination.run(json ? text -> {} : line);
            return json ? diagnosis.toJson() : diagnosis;
        }
    }
}
