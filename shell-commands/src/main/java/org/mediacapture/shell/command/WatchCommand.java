// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.output.StandardStreams;
import org.mediacapture.shell.watch.Watches;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.OptionValue;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.mediacapture.stream.MediaDevices;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:watch} prints events as they come. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "watch",
        task = Task.OBSERVE,
        examples = {"camera:watch --for 2"})
@Descriptor("prints events as they come")
public final class WatchCommand implements CameraCommand {
    private static final String FOR = "--for";
    private static final Usage USAGE = Usage.of(WatchCommand.class);

    private final Watches watches;

    /**
     * Makes the command.
     *
     * @param admin tells who uses devices
     * @param devices tells of devices that come and go
     * @param tracks the tracks of the shell
     */
    @Activate
    public WatchCommand(
            @Reference CameraAdmin admin, @Reference MediaDevices devices, @Reference TrackRegistry tracks) {
        this(admin, devices, tracks, Clock.systemDefaultZone());
    }

    WatchCommand(CameraAdmin admin, MediaDevices devices, TrackRegistry tracks, Clock clock) {
        this.watches = new Watches(admin, devices, tracks, clock);
    }

    /** Ends all watches: nothing comes any more. Not public, since Gogo's help takes public methods for commands. */
    @Deactivate
    void end() {
        watches.close();
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        watch(session, call.none().json(), call.value(FOR).map(text -> new OptionValue(USAGE, FOR, text).seconds()));
        return null; // what there is to print is printed
    }

    /**
     * Prints events.
     *
     * @param session where they are printed
     * @param json whether to print a JSON document per line
     * @param seconds how long at most; empty until the command is interrupted
     * @throws InterruptedException if the command was interrupted
     */
    @Descriptor("prints events as they come, until Ctrl-C: permissions, and who starts and stops to use a device;"
            + " devicechange; swaps of providers; faults and their end; mute, unmute, ended and configurationchange of the"
            + " tracks of the shell")
    public void watch(
            CommandSession session,
            @Descriptor("print one JSON document per line")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("SECONDS: end after so long, by itself") @Parameter(names = FOR, absentValue = "")
                    Optional<Duration> seconds)
            throws InterruptedException {
        watches.run(seconds, json, StandardStreams.out(session));
    }
}
