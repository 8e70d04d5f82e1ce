// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.mediacapture.admin.TrackStatistics;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.frame.FeedStats;
import org.mediacapture.core.frame.FrameReceiver;
import org.mediacapture.core.frame.TrackFeed;
import org.mediacapture.core.select.Demand;
import org.mediacapture.core.select.Output;
import org.mediacapture.core.source.Attachment;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.source.Perspective;
import org.mediacapture.core.source.SourceTrack;
import org.mediacapture.core.source.SourceView;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrackVideoStats;
import org.mediacapture.stream.TrackEvent;
import org.osgi.util.promise.Promise;

/** A video track. Thread-safe. */
public final class CameraTrack extends OwnedTrack implements SourceTrack {
    private final CameraSource source;
    private final TrackParts parts;
    private final TrackFeed feed;

    private volatile Perspective perspective;
    private volatile Output output;
    private volatile Output wanted; // what was selected for the track, which gets less while the camera cannot give it
    private volatile MediaTrackConstraints constraints;
    private volatile Optional<SourceView> lastView = Optional.empty(); // what the camera was like when the track ended
    private final Object applying = new Object();
    private volatile Promise<Void> lastApplied; // written under the lock

    private CameraTrack(
            String label,
            String camera,
            TrackOwner owner,
            CameraSource source,
            Perspective perspective,
            Output output,
            MediaTrackConstraints constraints,
            TrackParts parts) {
        super(MediaKind.VIDEO, label, camera, owner, parts.scheduler());
        this.source = source;
        this.perspective = perspective;
        this.output = output;
        this.wanted = output;
        this.constraints = constraints;
        this.parts = parts;
        this.feed = parts.feed(output);
        this.lastApplied = parts.publisher().done();
    }

    /**
     * Makes a track of a camera.
     *
     * @param label what a person calls the camera
     * @param camera short name of the camera
     * @param attachment what it begins with
     */
    public static CameraTrack of(
            String label,
            String camera,
            TrackOwner owner,
            CameraSource source,
            Perspective perspective,
            Attachment attachment,
            MediaTrackConstraints constraints,
            TrackParts parts) {
        CameraTrack track =
                new CameraTrack(label, camera, owner, source, perspective, attachment.output(), constraints, parts);
        if (attachment.muted()) {
            track.muteFromTheStart();
        }
        track.begin();
        return track;
    }

    @Override
    public CameraTrack clone() {
        CameraTrack clone =
                new CameraTrack(label(), device(), owner(), source, perspective, output, constraints, parts);
        clone.wanted = wanted;
        clone.beginAsCloneOf(this);
        clone.feed.enable(clone.isEnabled());
        if (!clone.isEnding()) {
            source.join(clone, this);
        } else {
            clone.lastView = Optional.of(view().remembered());
            clone.feed.end();
        }
        return clone;
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        boolean last;
        do { // two threads may switch at once: the feed ends up as the track tells
            last = isEnabled();
            feed.enable(last);
        } while (last != isEnabled());
        source.enabledChanged();
    }

    @Override
    public MediaTrackCapabilities getCapabilities() {
        return view().space(perspective).capabilities();
    }

    @Override
    public MediaTrackConstraints getConstraints() {
        return constraints;
    }

    @Override
    public MediaTrackSettings getSettings() {
        return isLive() ? view().settings(perspective, output) : perspective.inherent();
    }

    @Override
    public Promise<Void> applyConstraints(MediaTrackConstraints wanted) {
        Objects.requireNonNull(wanted, "constraints");
        if (!isLive()) {
            return parts.publisher().done();
        }
        try {
            check(wanted);
        } catch (MediaException refused) {
            return refused(refused);
        }
        synchronized (applying) { // what was asked last is what is waited for last
            lastApplied = parts.publisher().publish(source.reconfigure(this, wanted));
            return lastApplied;
        }
    }

    @Override
    public void check(MediaTrackConstraints wanted) {
        if (!isShown() && PanTiltZoom.isAskedFor(wanted)) {
            throw new MediaException(
                    ErrorName.SECURITY, "pan, tilt and zoom are not steered while the document is hidden");
        }
    }

    @Override
    public boolean isShown() {
        return !owner().isHidden();
    }

    @Override
    void shown() {
        source.enabledChanged();
    }

    @Override
    public Promise<MediaTrackSettings> readSettings() {
        if (!isLive()) {
            return refused(
                    new MediaException(ErrorName.INVALID_STATE, "the track is ended, readSettings needs it live"));
        }
        return parts.publisher()
                .publish(source.read(this)
                        .map(values -> getSettings())
                        .recoverWith(failed -> this.<MediaTrackSettings>refused(notRead(failed.getFailure()))));
    }

    @Override
    public Optional<MediaStreamTrackVideoStats> stats() {
        FeedStats stats = feed.stats();
        return Optional.of(new MediaStreamTrackVideoStats(stats.delivered(), stats.discarded(), stats.total()));
    }

    @Override
    public FrameSubscription frames(FrameOptions options, Consumer<VideoFrame> consumer) {
        return subscribe(options, consumer, () -> {});
    }

    @Override
    public FrameSubscription frames(FrameOptions options, Consumer<VideoFrame> consumer, Runnable ended) {
        Objects.requireNonNull(ended, "ended");
        return subscribe(options, consumer, () -> queue(ended));
    }

    /** Subscribes to frames, and to the end of the track: on the thread that ends it, which must not be held up. */
    public FrameSubscription subscribe(FrameOptions options, Consumer<VideoFrame> consumer, Runnable onEnd) {
        return feed.subscribe(
                Objects.requireNonNull(options, "options"), Objects.requireNonNull(consumer, "consumer"), onEnd);
    }

    @Override
    public Perspective perspective() {
        return perspective;
    }

    @Override
    public Output output() {
        return output;
    }

    @Override
    public FrameReceiver feed() {
        return feed;
    }

    @Override
    public void configured(MediaTrackConstraints met, Output newOutput) {
        constraints = met;
        if (!newOutput.equals(output)) { // else it keeps what it has, and gets back what it wanted as soon as it can
            wanted = newOutput;
        }
        reshaped(newOutput);
    }

    @Override
    public void reshaped(Output newOutput) {
        output = newOutput;
        feed.shape(newOutput);
    }

    @Override
    public Demand demand() {
        return new Demand(constraints, Optional.of(wanted));
    }

    @Override
    public void mute(String cause) {
        tellMuted(true, cause);
    }

    @Override
    public void unmute(String cause) {
        tellMuted(false, cause);
    }

    @Override
    public void configurationChanged(String cause) {
        queue(() -> {
            if (isLive()) {
                fire(TrackEvent.Type.CONFIGURATION_CHANGE, cause);
            }
        });
    }

    @Override
    public void end(String cause) {
        keepView(); // the source that ends the track closes the camera next
        super.end(cause);
    }

    @Override
    void letGo() {
        keepView();
        feed.end();
        source.detach(this);
    }

    /** Does not let the track pan, tilt and zoom any more (PTZ-2); answers whether it could. Called under the owner's lock. */
    boolean forbidPanTiltZoom() {
        if (!perspective.panTiltZoom()) {
            return false;
        }
        perspective = new Perspective(perspective.inherent(), false);
        configurationChanged("the permission to pan, tilt and zoom was taken back");
        return true;
    }

    @Override
    void copy(OwnedTrack original) {
        super.copy(original);
        if (original instanceof CameraTrack camera) {
            perspective = camera.perspective; // it may have changed since the clone was made
        }
    }

    /** The camera behind the track. */
    public CameraSource source() {
        return source;
    }

    /** Frames handed to consumers so far. */
    public long delivered() {
        return feed.delivered();
    }

    /** Frames that consumers were too slow for. */
    public long discarded() {
        return feed.discarded();
    }

    /** What became of its frames, and who gets them. */
    public TrackStatistics statistics() {
        return new TrackStatistics(id(), owner().bundle(), owner().origin(), feed.consumers(), feed.statistics());
    }

    /** Done when all that was asked of the track so far has been applied, or has failed; fails if the last of it did. */
    public Promise<Void> settled() {
        return lastApplied;
    }

    @Override
    boolean isSameDevice(OwnedTrack other) {
        return other instanceof CameraTrack track && track.source == source;
    }

    @Override
    Collection<ConstrainableProperty<?>> vendorProperties() {
        return source.view().controls().properties().stream()
                .filter(ConstrainableProperty::isVendor)
                .toList();
    }

    @Override
    <T> Promise<T> refused(Exception failure) {
        return parts.publisher().failed(failure);
    }

    private SourceView view() {
        return lastView.orElseGet(source::view);
    }

    /** Also when the track was stopped meanwhile. */
    private MediaException notRead(Throwable failure) {
        return failure instanceof MediaException known && known.error() == ErrorName.OPERATION
                ? known
                : new MediaException(ErrorName.OPERATION, device() + ": " + failure.getMessage(), failure);
    }

    /** A camera that is closed has nothing to tell. */
    private void keepView() {
        SourceView view = source.view();
        if (lastView.isEmpty()) {
            lastView = Optional.of(view.remembered());
        }
    }
}
