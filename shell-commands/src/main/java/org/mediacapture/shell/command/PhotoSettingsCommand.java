// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.shell.camera.PictureSource;
import org.mediacapture.shell.output.JsonDocument;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code camera:photo-settings} tells how a camera would take a photo at present. It has a second
 * name without a hyphen, by which Gogo's help knows it, since that goes by names of Java methods. Thread-safe.
 */
@Component(service = Function.class)
@Command(
        function = {"photo-settings", "photoSettings"},
        task = Task.PICTURES,
        examples = {"camera:photo-settings mock"})
@Descriptor("tells how a camera would take a photo")
public final class PhotoSettingsCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(PhotoSettingsCommand.class);

    private final PictureSource source;

    /**
     * Makes the command.
     *
     * @param source where the answer comes from
     */
    @Activate
    public PhotoSettingsCommand(@Reference PictureSource source) {
        this.source = source;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return photoSettings(session, call.json(), call.atMost("TRACK or CAMERA"));
    }

    /**
     * Tells the photo settings.
     *
     * @param session where a camera that is passed over is told
     * @param json whether to answer a JSON document in the shapes of the specification
     * @param named a track, or a camera that is opened for the question; empty for the best camera
     * @return the settings
     * @throws Exception if the camera cannot tell
     */
    @Descriptor("tells how a camera would take a photo at present, without settings")
    public Printable photoSettings(
            CommandSession session,
            @Descriptor("answer a JSON document, as PhotoSettings")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("[TRACK or CAMERA]: without it the best camera: local, then mock, then network")
                    Optional<Object> named)
            throws Exception {
        PhotoSettings settings = source.take(
                named,
                "the photo settings",
                ImageCapture::getPhotoSettings,
                late -> {},
                PictureWords.errors(USAGE, session));
        return json ? new JsonDocument(settings.toMap()) : PhotoTable.ofSettings(settings.toMap());
    }
}
