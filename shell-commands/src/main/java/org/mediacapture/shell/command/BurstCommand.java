// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.shell.burst.Burst;
import org.mediacapture.shell.burst.BurstPlan;
import org.mediacapture.shell.burst.BurstResult;
import org.mediacapture.shell.burst.Room;
import org.mediacapture.shell.burst.Series;
import org.mediacapture.shell.burst.Time;
import org.mediacapture.shell.camera.CurrentDirectory;
import org.mediacapture.shell.camera.PictureSource;
import org.mediacapture.shell.camera.SourceTrack;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.output.ProgressLine;
import org.mediacapture.shell.output.Screen;
import org.mediacapture.shell.output.StandardStreams;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.CommandFailure;
import org.mediacapture.shell.words.OptionValue;
import org.mediacapture.shell.words.PhotoWords;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:burst} takes photos one after the other into numbered files. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "burst",
        task = Task.PICTURES,
        examples = {
            "camera:burst burst.jpg --count 3",
            "camera:burst mock lapse.jpg imageWidth=640 --count 3 --every 0.5",
            "camera:burst mock yard.jpg --count 2; camera:burst mock yard.jpg --count 4 --resume"
        })
@Descriptor("takes photos one after the other into numbered files")
public final class BurstCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(BurstCommand.class);
    private static final String COUNT = "--count";
    private static final String EVERY = "--every";
    private static final String RESUME = "--resume";
    private static final int USUAL_COUNT = 10;
    private static final int LARGEST_COUNT = 1_000_000;

    private final PictureSource source;
    private final Time time;
    private final Room room;

    /**
     * Makes the command.
     *
     * @param source where the photos come from
     */
    @Activate
    public BurstCommand(@Reference PictureSource source) {
        this(source, Time.ofSystem(), Room.DISK);
    }

    BurstCommand(PictureSource source, Time time, Room room) {
        this.source = source;
        this.time = time;
        this.room = room;
    }

    /** Ends bursts that wait for their next photo. Not public, since Gogo's help takes public methods for commands. */
    @Deactivate
    void end() {
        time.close();
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return burst(
                session,
                call.value(COUNT)
                        .map(text -> new OptionValue(USAGE, COUNT, text).count(LARGEST_COUNT))
                        .orElse(USUAL_COUNT),
                call.value(EVERY).map(text -> new OptionValue(USAGE, EVERY, text).seconds()),
                call.has(RESUME),
                call.json(),
                call.words());
    }

    /**
     * Takes photos.
     *
     * @param session where relative file names begin, and where progress is drawn
     * @param count how many photos the series has at the end
     * @param every the pause from one photo to the next; empty for none
     * @param resume whether to go on after the photos that are there
     * @param json whether to answer a JSON document
     * @param words a track or a camera, a file, settings
     * @return photos, files, pixel size, bytes, seconds
     * @throws Exception if not all photos are there at the end; those that are stay
     */
    @Descriptor(
            "takes photos into numbered files, one after the other, as fast as the camera gives them or one every so"
                    + " often; what ends it early, such as Ctrl-C, leaves the photos that are written")
    public Printable burst(
            CommandSession session,
            @Descriptor("N: how many photos there are at the end, 10 without it")
                    @Parameter(names = COUNT, absentValue = "")
                    int count,
            @Descriptor("SECONDS: from the beginning of one photo to that of the next")
                    @Parameter(names = EVERY, absentValue = "")
                    Optional<Duration> every,
            @Descriptor("go on after the photos of FILE that are there")
                    @Parameter(names = RESUME, presentValue = "true", absentValue = "false")
                    boolean resume,
            @Descriptor("answer a JSON document")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("[TRACK or CAMERA] FILE [SETTINGS]: the number comes before the ending of FILE, door.jpg gives"
                            + " door-0001.jpg; settings as of camera:photo")
                    List<Object> words)
            throws Exception {
        PictureWords given = PictureWords.of(USAGE, words, source::isNamed);
        Series series = Series.of(CurrentDirectory.of(session), given.file());
        BurstPlan plan = BurstPlan.of(series, PhotoWords.read(given.settings(), given.file()), resume, count, every);
        Burst burst = new Burst(plan, time, room);
        Consumer<String> errors = PictureWords.errors(USAGE, session);
        if (plan.there() < plan.count()) {
            try (ProgressLine line = new ProgressLine(StandardStreams.out(session), () -> Screen.of(session));
                    SourceTrack camera = source.open(given.source(), errors)) {
                burst.run(camera, json ? text -> {} : line);
            } catch (InterruptedException e) {
                errors.accept("interrupted; " + burst.result().stopped());
                throw e;
            } catch (IOException | RuntimeException e) {
                throw failure(e, burst.result());
            }
        }
        BurstResult result = burst.result();
        return json ? result.toJson() : result;
    }

    private static CommandFailure failure(Exception e, BurstResult soFar) {
        String rest = soFar.done() == 0 ? "" : "; " + soFar.stopped();
        return new CommandFailure(CommandFailure.sentence(e) + rest, e);
    }
}
