// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
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
    private static final String PNG = "png";

    private final PictureSource source;

    /**
     * Makes the command.
     *
     * @param source where the answer comes from
     */
    @Activate
    public GrabCommand(@Reference PictureSource source) {
        this.source = source;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return grab(session, call.json(), call.words());
    }

    /**
     * Grabs a frame.
     *
     * @param session where relative file names begin, and where a camera that is passed over is told
     * @param json whether to answer a JSON document
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
            @Descriptor("[TRACK or CAMERA] FILE.png: without a track or camera the best camera") List<Object> words)
            throws Exception {
        long begun = System.nanoTime();
        PictureWords given = PictureWords.of(USAGE, words, source::isNamed);
        if (!given.settings().isEmpty()) {
            throw USAGE.wrong("there are no settings for a frame, "
                    + given.settings().get(0) + "; it is as the track is, see camera:apply");
        }
        if (!given.file().toLowerCase(Locale.ROOT).endsWith("." + PNG)) {
            throw USAGE.wrong("\"" + given.file() + "\" does not end in .png, the only format of a frame");
        }
        PictureFile file = given.pictureFile(session);
        ImageBitmap bitmap = source.take(
                given.source(),
                "the frame",
                ImageCapture::grabFrame,
                ImageBitmap::close,
                PictureWords.errors(USAGE, session));
        Picture frame = Picture.write(png(bitmap), file, begun);
        return json ? frame.toJson() : frame;
    }

    private static Blob png(ImageBitmap bitmap) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (bitmap;
                ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(bitmap.toBufferedImage(), PNG, out);
        }
        return new Blob("image/" + PNG, bytes.toByteArray());
    }
}
