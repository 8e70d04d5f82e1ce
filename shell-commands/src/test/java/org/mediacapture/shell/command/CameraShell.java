// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.CommandProxy;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Function;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.diagnosis.CamerasCheck;
import org.mediacapture.diagnosis.Check;
import org.mediacapture.shell.camera.PictureSource;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.camera.Waits;
import org.mediacapture.shell.doctor.NetworkCamerasCheck;
import org.mediacapture.shell.doctor.StoredConfiguration;
import org.mediacapture.shell.output.PrintableConverter;
import org.mediacapture.shell.output.Surroundings;

/** All commands in a real Gogo session, over cameras that a test plays. Closing it ends the session. */
public final class CameraShell implements AutoCloseable {
    static final Waits PATIENT =
            new Waits(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofHours(1));
    static final Waits IMPATIENT =
            new Waits(Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(20));

    final FakeAdmin admin = new FakeAdmin();
    final FakeDevices devices = new FakeDevices(admin);
    final FakeCaptures captures = new FakeCaptures();
    final FakeConfigurations configurations = new FakeConfigurations();
    final TrackRegistry tracks = new TrackRegistry();
    final WatchCommand watch = new WatchCommand(
            admin, devices, tracks, Clock.fixed(Instant.parse("2026-11-24T08:15:30.250Z"), ZoneOffset.UTC));
    final VirtualTime time = new VirtualTime();
    volatile long room = Long.MAX_VALUE;
    final StatsCommand stats = new StatsCommand(admin, tracks, "org.mediacapture.shell", Duration.ofMillis(5));
    volatile Duration patience = Duration.ofSeconds(30);
    final CommandSession session;

    /** What a person types who is asked for a password; empty where there is nobody to ask. */
    Optional<String> password = Optional.empty();

    final List<String> questions = new ArrayList<>();
    /** The names of the providers that are there, by the schemes that they serve. */
    final Map<String, Set<String>> providers = new ConcurrentHashMap<>();
    /** The environment that commands find; without a terminal unless a test says that there is one. */
    final Map<String, String> environment = new ConcurrentHashMap<>();

    private final CommandProcessorImpl processor = new CommandProcessorImpl(null);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    public CameraShell(Path directory) {
        this(directory, PATIENT);
    }

    CameraShell(Path directory, Waits waits) {
        command("help", new HelpCommand());
        command("devices", new DevicesCommand(devices, admin, configurations, waits));
        command("providers", new ProvidersCommand(admin, configurations, waits));
        command("swap", new SwapCommand(admin, configurations, tracks, waits));
        command("prefer", new PreferCommand(admin, configurations));
        command("tracks", new TracksCommand(admin, tracks, "org.mediacapture.shell"));
        command("open", new OpenCommand(devices, admin, configurations, tracks, waits));
        command("capabilities", new CapabilitiesCommand(tracks));
        command("settings", new SettingsCommand(tracks, waits));
        command("constraints", new ConstraintsCommand(tracks));
        command("supported", new SupportedCommand(devices));
        command("stats", stats);
        command("enable", new EnableCommand(tracks));
        command("disable", new DisableCommand(tracks));
        command("clone", new CloneCommand(tracks, waits));
        command("watch", watch);
        command("doctor", new DoctorCommand(this::checks));
        command("apply", new ApplyCommand(tracks, waits));
        command("close", new CloseCommand(tracks));
        PictureSource pictures = new PictureSource(devices, captures, admin, configurations, tracks, waits);
        command("photo", new PhotoCommand(pictures, this::surroundings));
        command("burst", new BurstCommand(pictures, time, folder -> room));
        command("photo-capabilities", new PhotoCapabilitiesCommand(pictures));
        command("photo-settings", new PhotoSettingsCommand(pictures));
        command("grab", new GrabCommand(pictures, this::surroundings));
        command("preview", new PreviewCommand(pictures, this::surroundings));
        command("add", new AddCommand(configurations, admin, asked -> this::answer, this::serving, waits));
        command("remove", new RemoveCommand(configurations, admin, waits));
        processor.addConverter(new PrintableConverter());
        session = processor.createSession(
                new ByteArrayInputStream(new byte[0]), new PrintStream(out, true), new PrintStream(err, true));
        session.currentDir(directory);
    }

    private Set<String> serving(String scheme) {
        return providers.getOrDefault(scheme, Set.of());
    }

    /** Of those of the product the ones that need no framework. */
    private List<Check> checks() {
        Supplier<List<StoredConfiguration>> stored = () -> StoredConfiguration.all(configurations);
        return List.of(
                new CamerasCheck(admin::cameras),
                new NetworkCamerasCheck(stored, admin, devices, Duration.ofMillis(20), patience));
    }

    /** A shell with the cameras mock and door. */
    public static CameraShell withCameras(Path directory) {
        return withCameras(directory, PATIENT);
    }

    static CameraShell withCameras(Path directory, Waits waits) {
        CameraShell shell = new CameraShell(directory, waits);
        shell.admin.arrive(FakeAdmin.camera("mock", "Mock camera", "mock:default", "mock"));
        shell.admin.arrive(FakeAdmin.camera("door", "Front door", "http://127.0.0.1:8080/stream", "javacv"));
        return shell;
    }

    private Surroundings surroundings(CommandSession caller) {
        return new Surroundings(caller, environment, false);
    }

    /** Lets the last track that was opened be able to do something. */
    public void canDo(MediaTrackCapabilities capabilities) {
        devices.lastTrack().capabilities = capabilities;
    }

    /** What knows the cameras. */
    public CameraAdmin admin() {
        return admin;
    }

    /** The tracks of the shell. */
    public TrackRegistry tracks() {
        return tracks;
    }

    /** The session that lines are typed into. */
    public CommandSession session() {
        return session;
    }

    public CommandProcessorImpl processor() {
        return processor;
    }

    /** Runs a line as typed and answers the object that came of it. */
    public Object run(String line) throws Exception {
        return session.execute(line);
    }

    /** Runs a line as typed and answers what a person sees. */
    String print(String line) throws Exception {
        return session.format(run(line), Converter.INSPECT).toString();
    }

    /** What the commands printed on standard error themselves. */
    String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** What the commands printed on standard output themselves. */
    String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        session.close();
        processor.stop();
    }

    private Optional<String> answer(String question) {
        questions.add(question);
        return password;
    }

    /** As Gogo does with a command that is a service. */
    private void command(String name, Function command) {
        processor.addCommand("camera", new CommandProxy(command, name), name);
    }
}
