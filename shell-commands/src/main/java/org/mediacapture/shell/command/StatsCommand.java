// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.output.Screen;
import org.mediacapture.shell.output.StandardStreams;
import org.mediacapture.shell.stats.StatsBook;
import org.mediacapture.shell.stats.StatsFollowing;
import org.mediacapture.shell.stats.StatsPage;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:stats} tells how the frames of cameras and tracks flow. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "stats",
        task = Task.OBSERVE,
        examples = {"camera:stats", "t = camera:open mock; camera:stats $t; camera:close $t"})
@Descriptor("tells how the frames of cameras and tracks flow")
public final class StatsCommand implements CameraCommand {
    private static final String FOLLOW = "--follow";
    private static final Usage USAGE = Usage.of(StatsCommand.class);

    private final StatsBook book;
    private final StatsFollowing following;

    /**
     * Makes the command.
     *
     * @param admin knows the frames of all bundles
     * @param tracks the tracks of the shell
     * @param context of this bundle
     */
    @Activate
    public StatsCommand(@Reference CameraAdmin admin, @Reference TrackRegistry tracks, BundleContext context) {
        this(admin, tracks, context.getBundle().getSymbolicName(), Duration.ofSeconds(1));
    }

    StatsCommand(CameraAdmin admin, TrackRegistry tracks, String bundle, Duration interval) {
        this.book = new StatsBook(admin, tracks, bundle);
        this.following = new StatsFollowing(interval);
    }

    /** Ends all that follow: nothing changes any more. Not public, since Gogo's help takes public methods for commands. */
    @Deactivate
    void end() {
        following.close();
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return stats(session, call.has(FOLLOW), call.json(), call.atMost("TRACK"));
    }

    /**
     * Tells how frames flow.
     *
     * @param session where it is printed if it is followed
     * @param follow whether to tell it again every second, until the command is interrupted
     * @param json whether to answer a JSON document
     * @param track what {@code camera:open} answered, its name, or the identifier of a track; empty for all cameras and tracks
     * @return the statistics; null if they are printed already, as Gogo wants it
     * @throws InterruptedException if the command was interrupted
     */
    @Descriptor(
            "tells of each camera and each track of all bundles: frames delivered, discarded, in total and per second,"
                    + " latency from capture, bytes of a frame, consumers")
    public Object stats(
            CommandSession session,
            @Descriptor("go on every second, until Ctrl-C")
                    @Parameter(names = FOLLOW, presentValue = "true", absentValue = "false")
                    boolean follow,
            @Descriptor(
                            "answer a JSON document: a list of cameras with their tracks, or one track; with --follow one per line")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(
                            "[TRACK]: what camera:open answered, such as $t or t1, or an ID that camera:tracks lists; without it all cameras and tracks")
                    Optional<Object> track)
            throws InterruptedException {
        Supplier<StatsPage> pages = () -> track.map(book::of).orElseGet(book::all);
        if (!follow) {
            return pages.get().shown(json);
        }
        PrintStream out = StandardStreams.out(session);
        if (json) {
            following.documents(pages, out);
        } else {
            following.tables(pages, () -> Screen.of(session), out);
        }
        return null;
    }
}
