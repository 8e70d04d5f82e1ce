// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackSupportedConstraints;
import org.mediacapture.core.inventory.Salt;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.track.Publisher;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.stream.DeviceChangeEvent;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDocument;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.Registration;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/** A document: a bundle's own, or one that a bridge made. Thread-safe. */
public final class Document implements MediaDocument {
    private final Surroundings surroundings;
    private final Scheduler scheduler;
    private final Publisher publisher;
    private final TrackOwner owner;
    private final Exposure exposure;
    private final DeviceList devices;
    private final DeviceChanges changes;
    private final Revocation revocation;
    private final Consumer<Document> onClose;
    private final Set<UserMediaRequest> requests = ConcurrentHashMap.newKeySet();
    private final List<Runnable> untilShown = new ArrayList<>(); // guarded by this

    /**
     * Makes a document that is shown.
     *
     * @param owner to whom its tracks belong
     * @param onClose called when it is closed; returns at once
     */
    public Document(Surroundings surroundings, TrackOwner owner, Consumer<Document> onClose) {
        this.surroundings = surroundings;
        this.scheduler = surroundings.parts().scheduler();
        this.publisher = surroundings.parts().publisher();
        this.owner = owner;
        this.exposure = new Exposure(surroundings, owner);
        this.devices = new DeviceList(surroundings, owner, exposure, Salt.random());
        this.changes = new DeviceChanges(scheduler, devices, owner, exposure);
        this.revocation = new Revocation(surroundings.permissions(), owner);
        this.onClose = onClose;
    }

    @Override
    public String origin() {
        return owner.origin();
    }

    @Override
    public Promise<List<MediaDeviceInfo>> enumerateDevices() {
        if (owner.isClosed()) {
            return publisher.failed(closed());
        }
        Deferred<List<MediaDeviceInfo>> answer = publisher.deferred();
        Runnable enumerate = () -> enumerate(answer);
        scheduler.execute(() -> attempt(answer, () -> {
            if (exposure.isAnyExposed()) {
                enumerate.run();
            } else {
                whenShown(enumerate);
            }
        }));
        return answer.getPromise();
    }

    @Override
    public MediaTrackSupportedConstraints getSupportedConstraints() {
        return MediaTrackSupportedConstraints.all();
    }

    @Override
    public Promise<MediaStream> getUserMedia(Map<String, ?> constraints) {
        Objects.requireNonNull(constraints, "constraints");
        MediaStreamConstraints converted;
        try {
            converted = MediaStreamConstraints.fromMap(constraints);
        } catch (RuntimeException refused) { // also whatever a map of the application's own throws (IDL-1)
            return publisher.failed(refused);
        }
        return getUserMedia(converted);
    }

    @Override
    public Promise<MediaStream> getUserMedia(MediaStreamConstraints constraints) {
        Objects.requireNonNull(constraints, "constraints");
        try {
            check(constraints);
        } catch (IllegalArgumentException | MediaException refused) {
            return publisher.failed(refused);
        }
        Deferred<MediaStream> stream = publisher.deferred();
        UserMediaRequest request = request(constraints, stream);
        requests.add(request);
        scheduler.execute(() -> whenShown(request::start));
        return stream.getPromise().onResolve(() -> requests.remove(request));
    }

    @Override
    public Registration addDeviceChangeListener(Consumer<DeviceChangeEvent> listener) {
        return changes.add(Objects.requireNonNull(listener, "listener"));
    }

    @Override
    public void setHidden(boolean hidden) {
        owner.hide(hidden);
        if (!hidden) {
            runWhatWaited();
            changes.shown();
        }
    }

    @Override
    public void close() {
        owner.close();
        finish();
    }

    /** Closes it as one whose application goes on without cameras: its tracks end with events. Returns at once. */
    public void shutDown(String cause) {
        owner.shutDown(cause);
        finish();
    }

    private void finish() {
        requests.forEach(UserMediaRequest::documentClosed);
        runWhatWaited(); // each finds the document closed and says so
        onClose.accept(this);
    }

    /** To whom its tracks belong. */
    public TrackOwner owner() {
        return owner;
    }

    /** Tells that devices came, went or changed. Returns at once. */
    public void devicesChanged() {
        changes.devicesChanged();
    }

    /** Ends the tracks of kinds that are denied by now, with events (TRK-12). Returns at once. */
    public void endRevoked() {
        revocation.applySoon();
    }

    private void enumerate(Deferred<List<MediaDeviceInfo>> answer) {
        attempt(answer, () -> {
            if (owner.isClosed()) {
                throw closed();
            }
            answer.resolve(List.copyOf(devices.exposed()));
        });
    }

    /** What is thrown settles the answer, since nobody else would. */
    private static void attempt(Deferred<?> answer, Runnable step) {
        try {
            step.run();
        } catch (MediaException refused) {
            answer.fail(refused);
        } catch (Throwable failure) {
            answer.fail(new MediaException(ErrorName.ABORT, "enumerateDevices failed: " + failure, failure));
        }
    }

    /** Calls back when the document is shown; at once if it is. */
    private void whenShown(Runnable task) {
        synchronized (this) {
            if (owner.isHidden() && !owner.isClosed()) {
                untilShown.add(task);
                return;
            }
        }
        task.run();
    }

    private void runWhatWaited() {
        List<Runnable> waiting;
        synchronized (this) {
            waiting = List.copyOf(untilShown);
            untilShown.clear();
        }
        waiting.forEach(task -> scheduler.execute(() -> whenShown(task))); // it may be hidden again by then
    }

    private void check(MediaStreamConstraints constraints) {
        if (constraints.video().isEmpty() && constraints.audio().isEmpty()) {
            throw new IllegalArgumentException("constraints: neither video nor audio is asked for");
        }
        if (owner.isClosed()) {
            throw closed();
        }
        constraints.audio().ifPresent(audio -> RequiredConstraints.check(audio.basic(), MediaKind.AUDIO));
        constraints.video().ifPresent(video -> RequiredConstraints.check(video.basic(), MediaKind.VIDEO));
    }

    private UserMediaRequest request(MediaStreamConstraints constraints, Deferred<MediaStream> stream) {
        return new UserMediaRequest(
                surroundings.permissions(), owner, exposure, devices, wishes(constraints), revocation, stream);
    }

    private List<Wish> wishes(MediaStreamConstraints constraints) {
        List<Wish> wishes = new ArrayList<>();
        constraints.audio().ifPresent(audio -> wishes.add(new MicrophoneWish(surroundings, owner, devices, audio)));
        constraints.video().ifPresent(video -> wishes.add(new CameraWish(surroundings, owner, devices, video)));
        return wishes;
    }

    private MediaException closed() {
        return new MediaException(ErrorName.INVALID_STATE, owner.origin() + ": the document is closed");
    }
}
