// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

/**
 * The clauses of the provider contract that the tests hold a camera to, with what depends on each and how a provider that
 * breaks it is mended. One table, from which all failure messages are made. Immutable.
 */
public enum Clause {
    SERVICE_PROPERTIES(
            "The service properties say where the camera is, what it is called and who provides it (CameraProperties).",
            "Address and identity tell whether two services are one camera; secrets in them would reach logs and shells.",
            "Register address (absolute URI without user, password or token), label and provider; leave out what is unknown."),
    ABSENCE(
            "What a camera does not have is said by absence: an empty list, an empty Optional, empty capabilities.",
            "The core asks every camera the same questions; a null or an exception there takes the camera out of use.",
            "Return List.of(), Optional.empty() or MediaTrackCapabilities.empty(); never null, never throw."),
    MODES(
            "An open camera has at least one mode, the default first; a device keeps what it learned when it was opened.",
            "Sizes and rates are selected from modes; without them no constraint can be satisfied.",
            "Read the modes while opening, return them from the session, and remember them in the device."),
    EXCLUSIVE(
            "exclusive() tells the truth: a second open() works, or it throws CameraException BUSY.",
            "The core shares an exclusive camera by itself, and tells NotReadableError when somebody else has it.",
            "Return true where the device or its driver lets only one in, and map its refusal to Reason.BUSY."),
    STARTED_STREAM(
            "From start() on the sink gets frames, and none before; start() is legal again after stop().",
            "Tracks wait for the first frame; a camera that sends none within its deadline is given up.",
            "Begin to capture in start(), not in open(), and build everything anew that stop() took down."),
    STOPPED_STREAM(
            "After stop() returned no frame of that stream reaches the sink.",
            "The core starts another mode next; a late frame of the old size would be taken for the new stream.",
            "Have stop() end the capture thread and wait until it has left the sink, before it returns."),
    STOP_WITHOUT_START(
            "stop() does nothing when the session is not started.",
            "The core stops without asking for the state, for example after a start that failed.",
            "Return at once when there is no stream; throw only LOST after close()."),
    START_TWICE(
            "start() is legal only when opened or stopped; otherwise it throws and the running stream goes on.",
            "A second capture thread on one device would mix two streams in one sink.",
            "Check the state first and throw a CameraException FAILED that says the session is started."),
    FOREIGN_MODE(
            "start() takes one of modes() and refuses any other mode with an exception.",
            "A camera that silently takes another size breaks the settings which the track has promised.",
            "Compare with modes() and throw before anything is touched; the session must stay usable."),
    MODE_AS_STARTED(
            "Frames have the size and the format of the mode started, or of the mode told by sink.modeChanged().",
            "Settings, crop-and-scale and photos are computed from the mode, not from each frame.",
            "Deliver what was asked for; where the camera decides otherwise call sink.modeChanged(mode) before the frame."),
    FRAME_LAYOUT(
            "FrameData describes its buffers: planes from position 0 to the limit, with strides that cover the picture.",
            "Converters and encoders read by these numbers without looking twice; wrong ones end in noise or a crash.",
            "Fill in row and pixel stride in bytes as Plane says; a JPEG begins with FFD8 at position 0."),
    TIMESTAMPS(
            "Timestamps grow from frame to frame and are nanoseconds of System.nanoTime().",
            "Frame rates are reduced, and sound and other cameras matched, by these times.",
            "Map the time of device or container to nanoTime(); where two are equal, add a nanosecond."),
    SEQUENCE(
            "The sequence number grows from frame to frame over the whole session, also over stop() and start().",
            "Its gaps are counted as frames that the provider dropped.",
            "Count in the session, not in the stream, and count dropped frames too."),
    ONE_THREAD_AT_A_TIME(
            "The sink is never called by two threads at once.",
            "The core takes no lock for a frame; two at once corrupt the order and the counters.",
            "Report from one capture thread, or hold one lock around every call of the sink."),
    NEVER_WAIT_FOR_BUFFERS(
            "With no free buffer the newest frame is dropped and counted by its sequence number; the provider never waits.",
            "A reader that keeps frames would otherwise stop the camera for all others, and stop() and close() with it.",
            "Use a bounded pool, poll it without waiting, count the frame, and go on; frames flow again after a release."),
    HELD_BYTES(
            "From lending to release nobody writes the bytes of a frame or moves the limits of its buffers.",
            "Several readers look at the same memory; a photo would be torn.",
            "Give a buffer back to the pool in its release callback only, never after frame() returned."),
    LATE_RELEASE(
            "release may run late, on any thread, after stop() and close(); what is lent stays readable until then.",
            "Applications keep frames longer than cameras are open; freed memory would take down the whole JVM.",
            "Let the pool outlive the session: close() frees what is idle, the last release frees the rest."),
    CLOSE_TWICE(
            "close() is idempotent, in every state and from several threads.",
            "Deadlines, applications and a stopping bundle close the same session independently.",
            "Remember that the session is closed, under a lock, and return when it already was."),
    CLOSED_IS_LOST(
            "After close() every method that may throw a CameraException throws it with Reason.LOST.",
            "The core ends tracks and looks for a successor by this reason; another one would be told to applications.",
            "Check for closed first, in every method of session and still part, before arguments are looked at."),
    CLOSED_STREAM(
            "close() ends the stream: the sink falls silent.",
            "A capture thread that goes on keeps the device busy, and its light on, after the application stopped it.",
            "Have close() cancel the capture thread in whatever it waits for."),
    CLOSE_FROM_CAPTURE_THREAD(
            "close() may come from the session's own capture thread, inside a call of the sink; it does not wait for it.",
            "A listener that stops its track runs there; waiting for oneself is a deadlock.",
            "Compare Thread.currentThread() with the capture thread before joining it or waiting for it."),
    CLOSE_ENDS_CALLS(
            "close() from any thread ends a call that is under way, soon, with CameraException LOST if it did not succeed.",
            "It is how the core gets rid of a call that overran its deadline.",
            "Wait only for what close() can signal; hold no lock in a blocking call that close() needs."),
    INTERRUPT_ENDS_CALLS(
            "Interrupting its thread ends a blocking call, soon, with a CameraException.",
            "The core abandons a call by interrupting it; one that goes on keeps a thread for ever.",
            "Catch InterruptedException, set the flag again, and throw a CameraException; let libraries poll the flag."),
    CALLS_SUCCEED(
            "A healthy camera does what is asked within its modes and controls; what fails throws a CameraException.",
            "The core makes the specification's errors of CameraException; anything else counts as a defect of the provider.",
            "See the cause below; check arguments for their limits, such as no properties at all, before using them."),
    CALLS_COME_BACK(
            "A call comes back within the time that the test is given.",
            "A call that does not is abandoned together with its session, and the camera is reported as broken.",
            "See the stack below: give the wait that is on top a deadline, or something that ends it."),
    THREADS_END(
            "A closed session leaves no thread behind.",
            "Cameras are opened and closed for months; one thread each time ends in an OutOfMemoryError.",
            "End the capture thread when the session closes; use one pool for all cameras for everything else."),
    END_IS_TOLD(
            "A camera that goes away by itself is told once by sink.ended(cause, message); nothing is reported afterwards.",
            "Hot swap begins with this call; without it the loss shows only when frames are overdue.",
            "On unplug or a broken connection call ended() once, from the capture thread, and end it."),
    CONTROLS_WELL_FORMED(
            "controls() has the properties to steer, besides size, rate and identity, with values in their units.",
            "They become the capabilities of a track as they are.",
            "Leave out what cannot be steered; use the units and words that ConstrainableProperty documents."),
    SETTINGS_COMPLETE(
            "settings() has a value for every property of controls(), and each within its capability.",
            "getSettings() must tell every supported property, and constraints are judged by these values.",
            "Read every control back; widen the range, or clamp, where the device reports values outside."),
    NUMBERS_IN_RANGE(
            "apply() takes every number between min and max, also between two steps, and snaps it to the nearest (PX-26).",
            "The specification knows no error for a value off step: the core hands it on unchanged.",
            "Use MediaSettingsRange.nearest(wish) before the device is told, and answer what was set."),
    APPLY_TELLS_SETTINGS(
            "apply() answers what the controls are now: every control, as settings() tells directly afterwards.",
            "The core takes the answer for the settings of the track and does not ask again.",
            "Return settings() at the end of apply(); tell target values, not positions on the way (PX-24)."),
    CHOICES_SETTABLE(
            "Every choice that controls() lists can be set.",
            "Selecting settings relies on the list; a choice that fails turns into an error after it was promised.",
            "List what the device takes, and no more; \"single-shot\" may have become another mode when its sweep is over."),
    UNNAMED_STAY(
            "Properties that are not named in apply() stay as they are.",
            "Each track owns a part of the controls; one must not reset what another has set.",
            "Write only the named controls; merge, never replace, what is remembered."),
    MODE_BEFORE_VALUE(
            "apply() sets one property after the other in the given order, so that a mode and its value come together (PX-27).",
            "exposureMode manual and exposureTime are set in one call; the value would be lost if it came first.",
            "Iterate over wanted.properties() in order and take the mode into account that this very call has set."),
    POINTS(
            "A camera that declares a PointLimit takes points of interest and tells them back within 0.01 (PX-25).",
            "pointsOfInterest has no range; reading back is the only proof that the camera took them.",
            "Keep the points that were applied, in fractions of the picture from the upper left corner."),
    CONTROLS_WHILE_STREAMING(
            "apply() is legal before and after start(), and the stream goes on.",
            "Constraints are applied while pictures are shown.",
            "Steer the device without taking the stream down; if it must pause, go on in the same mode."),
    PHOTO_CAPABILITIES(
            "The still part tells sizes of whole pixels from 1 up, and settings() has every member that can be set.",
            "getPhotoCapabilities() and getPhotoSettings() hand this on.",
            "Leave out what is unknown; tell the present value of each member within its range (IC-12)."),
    PHOTO_FILE(
            "takePhoto() answers a complete image file of a size that the camera has, with its MIME type.",
            "The file reaches the application as it is where its type is the wanted one.",
            "Wait for the whole file, check begin and end, cut padding, and set the type that the bytes have."),
    PHOTO_NEAREST_SIZE(
            "The size of a photo is the nearest to the wish that the camera has; both ends of a range exist (IC-8).",
            "Applications ask within the advertised range and get no error there.",
            "Choose the nearest of the camera's discrete sizes; advertise the smallest and largest of them as the range."),
    STREAM_AFTER_PHOTO(
            "The stream goes on after a photo, in the mode that it had.",
            "A photo changes nothing for those who watch (IC-6).",
            "Restart the same mode where the device has to stop for a photo.");

    private final String text;
    private final String reason;
    private final String advice;

    Clause(String text, String reason, String advice) {
        this.text = text;
        this.reason = reason;
        this.advice = advice;
    }

    /**
     * What a provider owes.
     *
     * @return a sentence
     */
    public String text() {
        return text;
    }

    /**
     * What in the core depends on it.
     *
     * @return a sentence
     */
    public String reason() {
        return reason;
    }

    /**
     * How a provider that breaks the clause is mended.
     *
     * @return a sentence
     */
    public String advice() {
        return advice;
    }

    AssertionError broken(String seen) {
        return new AssertionError("The provider contract is broken: " + name()
                + "\n  clause: " + text
                + "\n  seen:   " + seen
                + "\n  why:    " + reason
                + "\n  mend:   " + advice);
    }

    AssertionError broken(String seen, Throwable cause) {
        AssertionError error = broken(seen);
        error.initCause(cause);
        return error;
    }

    void require(boolean held, String seen) {
        if (!held) {
            throw broken(seen);
        }
    }
}
