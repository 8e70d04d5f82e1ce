// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatistics;
import org.mediacapture.admin.FrameStatistics;
import org.mediacapture.admin.TrackStatistics;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.stream.MediaStreamTrackVideoStats;

/** Writes pages of statistics. Thread-safe. */
public final class StatsBook {
    private static final String LIVE = "live";
    private static final double THOUSAND = 1000;

    private final CameraAdmin admin;
    private final TrackRegistry tracks;
    private final String bundle;

    /**
     * Makes a book.
     *
     * @param admin knows the frames of all bundles
     * @param tracks the tracks of the shell, which have names
     * @param bundle symbolic name of the shell
     */
    public StatsBook(CameraAdmin admin, TrackRegistry tracks, String bundle) {
        this.admin = admin;
        this.tracks = tracks;
        this.bundle = bundle;
    }

    /**
     * All cameras, each with its live tracks.
     *
     * @return the page
     */
    public StatsPage all() {
        List<StatsRow> rows = new ArrayList<>();
        List<Map<String, Object>> members = new ArrayList<>();
        for (CameraStatistics camera : admin.statistics()) {
            rows.add(new StatsRow(camera.camera(), "", camera.state().value(), camera.frames(), Optional.empty(), ""));
            camera.tracks().forEach(track -> rows.add(row(camera.camera(), track, LIVE)));
            members.add(members(camera));
        }
        return new StatsPage(rows, members);
    }

    /**
     * One track.
     *
     * @param word what {@code camera:open} answered, its name, or the identifier of a live track of any bundle
     * @return the page
     * @throws MediaException with NotFoundError if there is no such track, NotSupportedError if it has no pictures
     */
    public StatsPage of(Object word) {
        for (CameraStatistics camera : admin.statistics()) {
            for (TrackStatistics track : camera.tracks()) {
                if (track.id().equals(word)) {
                    return page(camera.camera(), track, LIVE);
                }
            }
        }
        return of(tracks.require(word));
    }

    /** One that has ended has no statistics but its last counts. */
    private StatsPage of(OpenTrack open) {
        String id = open.video().id();
        return admin.statistics().stream()
                .flatMap(camera -> camera.tracks().stream())
                .filter(track -> track.id().equals(id))
                .findFirst()
                .map(track -> page(open.camera(), track, LIVE))
                .orElseGet(() -> page(
                        open.camera(),
                        new TrackStatistics(id, bundle, bundle, 0, counts(open)),
                        open.track().readyState().value()));
    }

    private static FrameStatistics counts(OpenTrack open) {
        MediaStreamTrackVideoStats counts = open.track()
                .stats()
                .orElseThrow(() -> new MediaException(ErrorName.NOT_SUPPORTED, open.name() + " counts no frames"));
        return new FrameStatistics(
                counts.deliveredFrames(), counts.discardedFrames(), counts.totalFrames(), 0, Optional.empty(), 0, 0);
    }

    private StatsPage page(String camera, TrackStatistics track, String state) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("camera", camera);
        members.put("readyState", state);
        members.putAll(members(track));
        return new StatsPage(List.of(row(camera, track, state)), members);
    }

    private StatsRow row(String camera, TrackStatistics track, String state) {
        String holder =
                track.bundle().equals(track.origin()) ? track.bundle() : track.bundle() + " for " + track.origin();
        String name = tracks.find(track.id()).map(OpenTrack::name).orElse(track.id());
        return new StatsRow(camera, name, state, track.frames(), Optional.of(track.consumers()), holder);
    }

    private Map<String, Object> members(CameraStatistics camera) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("camera", camera.camera());
        members.put("state", camera.state().value());
        members.putAll(members(camera.frames()));
        members.put("tracks", camera.tracks().stream().map(this::members).toList());
        return members;
    }

    private Map<String, Object> members(TrackStatistics track) {
        Map<String, Object> members = new LinkedHashMap<>();
        tracks.find(track.id()).ifPresent(open -> members.put("name", open.name()));
        members.put("id", track.id());
        members.put("bundle", track.bundle());
        members.put("origin", track.origin());
        members.put("consumers", track.consumers());
        members.putAll(members(track.frames()));
        return members;
    }

    /** Names and units are those of the W3C where it has them: latency is in milliseconds. */
    private static Map<String, Object> members(FrameStatistics frames) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("deliveredFrames", frames.delivered());
        members.put("discardedFrames", frames.discarded());
        members.put("totalFrames", frames.total());
        members.put("frameRate", rounded(frames.frameRate()));
        frames.latency().ifPresent(latency -> members.put("latency", rounded(StatsRow.millis(latency))));
        members.put("heapBytes", frames.heapBytes());
        members.put("nativeBytes", frames.nativeBytes());
        return members;
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}
