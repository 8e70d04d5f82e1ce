// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Optional;
import java.util.function.Function;
import org.mediacapture.admin.CameraState;
import org.mediacapture.core.select.Selection;
import org.mediacapture.core.time.Deadlines;
import org.osgi.util.promise.Promise;

/**
 * A session that was opened and started. Immutable.
 *
 * @param session the session
 * @param camera what the open camera told about itself
 * @param view what the source is like with it
 * @param selection what was selected for it
 */
record Startup(GuardedSession session, OpenCamera camera, SourceView view, Selection selection) {
    /**
     * Opens and starts a session.
     *
     * @param selector selects mode and controls when it is known what the camera can do
     * @param expectFrames called before the stream starts, since its first frame may come before the start has returned
     */
    static Promise<Startup> of(
            GuardedSession opening,
            Deadlines deadlines,
            Function<SourceView, Selection> selector,
            Runnable expectFrames) {
        return opening.open().flatMap(camera -> {
            SourceView opened = SourceView.opened(opening.offer(), camera);
            Selection selection = selector.apply(opened);
            expectFrames.run();
            return new StreamControl(deadlines)
                    .apply(opening, opened, selection)
                    .map(values -> new Startup(
                            opening,
                            camera,
                            opened.set(Optional.of(selection.mode()), values).in(CameraState.STREAMING, ""),
                            selection));
        });
    }
}
