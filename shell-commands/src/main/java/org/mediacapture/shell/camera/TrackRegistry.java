// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.Registration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The tracks that the shell holds, under the short names t1, t2, …: a service within this bundle, which lives as long as
 * the media devices do, so that no track of a core that is gone is kept. Thread-safe.
 */
@Component(
        service = TrackRegistry.class,
        immediate = true,
        reference = @Reference(name = "devices", service = MediaDevices.class))
public final class TrackRegistry {
    private final List<OpenTrack> tracks = new ArrayList<>();
    private final List<Consumer<OpenTrack>> followers = new ArrayList<>();
    private int named;

    /** Makes a registry without tracks. */
    @Activate
    public TrackRegistry() {}

    /**
     * Keeps a track under the next name.
     *
     * @param track the track
     * @param camera short name of its camera or microphone
     * @param provider name of the provider that serves the camera, "" if it is not known
     * @return the track with its name
     */
    public OpenTrack add(MediaStreamTrack track, String camera, String provider) {
        OpenTrack open;
        List<Consumer<OpenTrack>> told;
        synchronized (this) {
            named++;
            open = new OpenTrack("t" + named, track, camera, provider);
            tracks.add(open);
            told = List.copyOf(followers);
        }
        told.forEach(follower -> follower.accept(open));
        return open;
    }

    /**
     * Tells of all tracks: at once of those that are there, later of each that comes.
     *
     * @param follower called with each track once, on the thread that adds it
     * @return the registration; closing it ends it
     */
    public Registration follow(Consumer<OpenTrack> follower) {
        List<OpenTrack> present;
        synchronized (this) {
            followers.add(follower);
            present = List.copyOf(tracks);
        }
        present.forEach(follower);
        return () -> {
            synchronized (this) {
                followers.remove(follower);
            }
        };
    }

    /**
     * All tracks that were not closed, also ended ones.
     *
     * @return a snapshot, oldest first
     */
    public synchronized List<OpenTrack> all() {
        return List.copyOf(tracks);
    }

    /**
     * The track of a name or an identifier.
     *
     * @param text short name, such as "t1", or the identifier of the track
     * @return the track, or empty
     */
    public Optional<OpenTrack> find(String text) {
        return all().stream()
                .filter(open -> open.name().equals(text) || open.track().id().equals(text))
                .findFirst();
    }

    /**
     * The tracks, for a message.
     *
     * @return for example "open tracks: t1, t2" or "no track is open"
     */
    String listed() {
        List<String> names = all().stream().map(OpenTrack::name).toList();
        return names.isEmpty() ? "no track is open" : "open tracks: " + String.join(", ", names);
    }

    /**
     * The track that an argument stands for.
     *
     * @param word what {@code camera:open} answered, its name, or the identifier of the track; a stream stands for its
     *     video track
     * @return the track
     * @throws MediaException with NotFoundError if there is no such track
     */
    public OpenTrack require(Object word) {
        return word instanceof OpenStream stream ? required(stream.video()) : required(word);
    }

    /**
     * Stops a track and forgets it.
     *
     * @param open the track
     */
    public void close(OpenTrack open) {
        synchronized (this) {
            tracks.remove(open);
        }
        open.track().stop();
    }

    /** Stops all tracks. */
    @Deactivate
    public void closeAll() {
        all().forEach(this::close);
    }

    private OpenTrack required(Object word) {
        Optional<OpenTrack> found =
                word instanceof OpenTrack open ? Optional.of(open).filter(all()::contains) : find(String.valueOf(word));
        return found.orElseThrow(() -> new MediaException(ErrorName.NOT_FOUND, missing(word)));
    }

    private String missing(Object word) {
        String name = word instanceof OpenTrack open ? open.name() : String.valueOf(word);
        return "track \"" + name + "\" not found; " + listed() + " (camera:open CAMERA opens one)";
    }
}
