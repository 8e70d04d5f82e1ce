// SPDX-License-Identifier: Apache-2.0
/**
 * One camera in use: its session, its control queue, its tracks, and what happens when the provider behind it goes.
 *
 * <p>A {@link org.mediacapture.core.source.CameraSource} is an actor: its state is touched on its strand only, and every
 * promise inside this package is resolved there. Calls into a provider run on control threads and report back to the strand.
 */
package org.mediacapture.core.source;
