// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.shell.camera.PictureSource;
import org.mediacapture.shell.camera.SourceTrack;
import org.mediacapture.shell.output.Drawing;
import org.mediacapture.shell.output.Screen;
import org.mediacapture.shell.output.StandardStreams;
import org.mediacapture.shell.output.Surroundings;
import org.mediacapture.shell.picture.Form;
import org.mediacapture.shell.picture.Painter;
import org.mediacapture.shell.picture.Pixels;
import org.mediacapture.shell.picture.Tile;
import org.mediacapture.shell.preview.Preview;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:preview} shows cameras in the terminal. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "preview",
        task = Task.PICTURES,
        examples = {"camera:preview --once", "camera:preview mock --once --as ascii"})
@Descriptor("shows cameras in the terminal")
public final class PreviewCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(PreviewCommand.class);
    private static final String ONCE = "--once";
    private static final String FPS = "--fps";
    private static final String USUAL_FPS = "15";
    private static final double MOST_FPS = 60;
    private static final double NANOS = 1e9;

    /** Characters show less of a picture than this, in pixels of width, and smaller modes of cameras are poor ones. */
    private static final int ENOUGH = 640;

    private final PictureSource source;
    private final java.util.function.Function<CommandSession, Surroundings> surroundings;

    /**
     * Makes the command.
     *
     * @param source where pictures come from
     */
    @Activate
    public PreviewCommand(@Reference PictureSource source) {
        this(source, Surroundings::of);
    }

    PreviewCommand(PictureSource source, java.util.function.Function<CommandSession, Surroundings> surroundings) {
        this.source = source;
        this.surroundings = surroundings;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        preview(session, call.has(ONCE), call.value(PictureShow.AS), call.value(FPS), call.words());
        return null; // what there is to see is drawn
    }

    /**
     * Shows cameras.
     *
     * @param session where they are shown
     * @param once whether to show one picture of each and end
     * @param as how they are shown; empty if the environment decides
     * @param fps pictures per second, at most
     * @param words tracks and cameras; none for the best camera
     * @throws InterruptedException if the command was interrupted
     */
    @Descriptor("shows cameras in the terminal, live until Ctrl-C, or one picture of each")
    public void preview(
            CommandSession session,
            @Descriptor("one picture of each") @Parameter(names = ONCE, presentValue = "true", absentValue = "false")
                    boolean once,
            @Descriptor(PictureShow.FORMS) @Parameter(names = PictureShow.AS, absentValue = "") Optional<String> as,
            @Descriptor("N: pictures per second at most, above 0, up to 60; 15 if it is not given")
                    @Parameter(names = FPS, absentValue = "")
                    Optional<String> fps,
            @Descriptor("[TRACK or CAMERA]...: several make a grid; none is the best camera") List<Object> words)
            throws InterruptedException {
        Surroundings around = surroundings.apply(session);
        Screen screen = Screen.of(around);
        Painter painter = Painter.of(around, as);
        Duration interval = interval(fps);
        if (!once && !screen.terminal() && as.orElse(Form.AUTO).equals(Form.AUTO)) {
            throw USAGE.wrong(
                    "there is no terminal to draw in again and again; accepted are --once, for one picture, and"
                            + " --as with one of " + Form.accepted().replace(Form.AUTO + ", ", ""));
        }
        List<SourceTrack> opened = new ArrayList<>();
        try {
            open(session, words, Math.max(ENOUGH, painter.pixels(screen.columns())), opened);
            if (once) {
                print(StandardStreams.out(session), painter.draw(tiles(opened), screen.columns(), rows(screen), 0));
            } else {
                live(session, around, opened, painter, interval);
            }
        } finally {
            opened.forEach(SourceTrack::close);
        }
    }

    private void open(CommandSession session, List<Object> words, int width, List<SourceTrack> opened)
            throws InterruptedException {
        Consumer<String> passedOver = PictureWords.errors(USAGE, session);
        if (words.isEmpty()) {
            opened.add(source.open(Optional.empty(), width, passedOver));
        }
        for (Object word : words) {
            opened.add(source.open(Optional.of(word), width, passedOver));
        }
    }

    private static void live(
            CommandSession session, Surroundings around, List<SourceTrack> opened, Painter painter, Duration interval)
            throws InterruptedException {
        try (Preview preview = new Preview(opened, painter)) {
            preview.run(() -> Screen.of(around), interval, StandardStreams.out(session));
        }
    }

    /** Blocks are not in every character set that a process may have been started with. */
    private static void print(PrintStream out, Drawing drawing) {
        byte[] bytes = drawing.text().replaceAll(" +\n", "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    private List<Tile> tiles(List<SourceTrack> opened) throws InterruptedException {
        List<Tile> tiles = new ArrayList<>();
        for (SourceTrack each : opened) {
            try (ImageBitmap bitmap = each.take("the picture", ImageCapture::grabFrame, ImageBitmap::close)) {
                tiles.add(new Tile(Optional.of(Pixels.of(bitmap.toBufferedImage())), each.text()));
            }
        }
        return tiles;
    }

    /** The last line is for what is typed next. */
    private static int rows(Screen screen) {
        return Math.max(1, screen.rows() - 1);
    }

    private static Duration interval(Optional<String> fps) {
        String text = fps.orElse(USUAL_FPS);
        double perSecond = text.matches("\\d{1,3}(\\.\\d{1,3})?") ? Double.parseDouble(text) : 0;
        if (perSecond <= 0 || perSecond > MOST_FPS) {
            throw USAGE.wrong(FPS + ": \"" + text + "\" is no number of pictures per second; above 0, up to "
                    + (long) MOST_FPS + " are accepted");
        }
        return Duration.ofNanos((long) (NANOS / perSecond));
    }
}
