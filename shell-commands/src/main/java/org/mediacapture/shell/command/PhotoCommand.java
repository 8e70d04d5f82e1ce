// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.frame.Blob;
import org.mediacapture.shell.camera.Picture;
import org.mediacapture.shell.camera.PictureFile;
import org.mediacapture.shell.camera.PictureSource;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.output.Surroundings;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.PhotoWords;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:photo} takes a photo into a file. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "photo",
        task = Task.PICTURES,
        examples = {
            "camera:photo first.jpg",
            "camera:photo mock small.jpg imageWidth=1280 quality=0.8",
            "t = camera:open mock; camera:apply $t zoom=2; camera:photo $t zoomed.png"
        })
@Descriptor("takes a photo into a file")
public final class PhotoCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(PhotoCommand.class);

    private final PictureSource source;
    private final java.util.function.Function<CommandSession, Surroundings> surroundings;

    /**
     * Makes the command.
     *
     * @param source where the answer comes from
     */
    @Activate
    public PhotoCommand(@Reference PictureSource source) {
        this(source, Surroundings::of);
    }

    PhotoCommand(PictureSource source, java.util.function.Function<CommandSession, Surroundings> surroundings) {
        this.source = source;
        this.surroundings = surroundings;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return photo(session, call.json(), call.has(PictureShow.SHOW), call.value(PictureShow.AS), call.words());
    }

    /**
     * Takes a photo.
     *
     * @param session where relative file names begin, and where a camera that is passed over is told
     * @param json whether to answer a JSON document
     * @param show whether to draw the photo, too
     * @param as how it is drawn; empty if the environment decides
     * @param words a track or a camera, a file, settings
     * @return file, pixel size, bytes, MIME type and milliseconds
     * @throws Exception if there is no photo; the file is then as it was
     */
    @Descriptor("takes a photo into a file, with a track, a camera opened for it, or the best camera")
    public Printable photo(
            CommandSession session,
            @Descriptor("answer a JSON document")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("draw it, too, below the answer")
                    @Parameter(names = PictureShow.SHOW, presentValue = "true", absentValue = "false")
                    boolean show,
            @Descriptor(PictureShow.FORMS) @Parameter(names = PictureShow.AS, absentValue = "") Optional<String> as,
            @Descriptor(
                            "[TRACK or CAMERA] FILE [SETTINGS]: imageWidth, imageHeight, fillLightMode, redEyeReduction, quality; the type"
                                    + " is that of the file's ending, .jpg or .png, or type=image/png")
                    List<Object> words)
            throws Exception {
        long begun = System.nanoTime();
        PictureWords given = PictureWords.of(USAGE, words, source::isNamed);
        PhotoSettings settings = PhotoWords.read(given.settings(), given.file());
        PictureFile file = given.pictureFile(session);
        Optional<PictureShow> shown = PictureShow.of(USAGE, json, show, as, surroundings.apply(session));
        Blob blob = source.take(
                given.source(),
                "the photo",
                capture -> capture.takePhoto(settings),
                late -> {},
                PictureWords.errors(USAGE, session));
        Picture photo = Picture.write(blob, file, begun);
        return json ? photo.toJson() : shown.map(how -> how.shown(photo, blob)).orElse(photo);
    }
}
