// SPDX-License-Identifier: Apache-2.0
/** What an application holds: media devices of its origin, streams, tracks. */
package org.mediacapture.core.track;
