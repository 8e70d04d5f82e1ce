// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDeviceKind;

/** A device of a test. Immutable. */
record FakeDeviceInfo(String deviceId, MediaDeviceKind kind, String label, String groupId) implements MediaDeviceInfo {}
