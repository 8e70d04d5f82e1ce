// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.shell.camera.Picture;
import org.mediacapture.shell.camera.PictureFile;
import org.mediacapture.shell.camera.PictureSource;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.output.Surroundings;
import org.mediacapture.shell.picture.PngFile;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:grab} grabs a frame into a PNG file. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "grab",
        task = Task.PICTURES,
        examples = {"camera:grab frame.png", "t = camera:open mock width=320; camera:grab $t small.png"})
@Descriptor("grabs a frame into a PNG file")
public final class GrabCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(GrabCommand.class);

    private final PictureSource source;
    private final java.util.function.Function<CommandSession, Surroundings> surroundings;

    /**
     * Makes the command.
     *
     * @param source where the answer comes from
     */
    @Activate
    public GrabCommand(@Reference PictureSource source) {
        this(source, Surroundings::of);
    }

    GrabCommand(PictureSource source, java.util.function.Function<CommandSession, Surroundings> surroundings) {
        this.source = source;
        this.surroundings = surroundings;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return grab(session, call.json(), call.has(PictureShow.SHOW), call.value(PictureShow.AS), call.words());
    }

    /**
     * Grabs a frame.
     *
     * @param session where relative file names begin, and where a camera that is passed over is told
     * @param json whether to answer a JSON document
     * @param show whether to draw the frame, too
     * @param as how it is drawn; empty if the environment decides
     * @param words a track or a camera, a file
     * @return file, pixel size, bytes, MIME type and milliseconds
     * @throws Exception if there is no frame; the file is then as it was
     */
    @Descriptor("grabs the next frame into a PNG file, of a track, a camera opened for it, or the best camera")
    public Printable grab(
            CommandSession session,
            @Descriptor("answer a JSON document")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("draw it, too, below the answer")
                    @Parameter(names = PictureShow.SHOW, presentValue = "true", absentValue = "false")
                    boolean show,
            @Descriptor(PictureShow.FORMS) @Parameter(names = PictureShow.AS, absentValue = "") Optional<String> as,
            @Descriptor("[TRACK or CAMERA] FILE.png: without a track or camera the best camera") List<Object> words)
            throws Exception {
        long begun = System.nanoTime();
        PictureWords given = PictureWords.of(USAGE, words, source::isNamed);
        if (!given.settings().isEmpty()) {
            throw USAGE.wrong("there are no settings for a frame, "
                    + given.settings().get(0) + "; it is as the track is, see camera:apply");
        }
        if (!given.file().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw USAGE.wrong("\"" + given.file() + "\" does not end in .png, the only format of a frame");
        }
        PictureFile file = given.pictureFile(session);
        Optional<PictureShow> shown = PictureShow.of(USAGE, json, show, as, surroundings.apply(session));
        Blob png = png(source.take(
                given.source(),
                "the frame",
                ImageCapture::grabFrame,
                ImageBitmap::close,
                PictureWords.errors(USAGE, session)));
        Picture frame = Picture.write(png, file, begun);
        return json ? frame.toJson() : shown.map(how -> how.shown(frame, png)).orElse(frame);
    }

    private static Blob png(ImageBitmap bitmap) {
        try (bitmap) {
            return PngFile.of(bitmap.toBufferedImage());
        }
    }
}
