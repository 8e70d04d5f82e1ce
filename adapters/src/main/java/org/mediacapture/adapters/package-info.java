// SPDX-License-Identifier: Apache-2.0
/**
 * The live frames of a track as other libraries like to have them: {@link org.mediacapture.adapters.FramePublisher} for reactive
 * streams, {@link org.mediacapture.adapters.FrameEventSource} for OSGi push streams.
 *
 * <p>Both stand on {@link org.mediacapture.stream.MediaStreamTrack#frames}, which is the cheaper way for who needs neither. Frames are
 * live: one that nobody wants now is closed and counted, never queued. Who gets a frame closes it.
 *
 * <p>Users import this package with the range {@code [1.0,2)}.
 */
@Export
@Version("1.0.0")
package org.mediacapture.adapters;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
