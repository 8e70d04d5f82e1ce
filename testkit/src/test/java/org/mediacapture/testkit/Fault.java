// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

/** What a fake camera can do wrong, the test that has to notice it, and the clause that it has to name. */
enum Fault {
    PASSWORD_IN_ADDRESS("servicePropertiesTellAddressLabelAndProvider", Clause.SERVICE_PROPERTIES),
    NULL_GROUP("whatACameraDoesNotHaveIsSaidByAbsence", Clause.ABSENCE),
    FORGETS_MODES("modesAreKnownWhenOpenAndRememberedByTheDevice", Clause.MODES),
    NOT_BUSY("openingTwiceWorksOrIsBusyAsExclusiveSays", Clause.EXCLUSIVE),
    FAILED_INSTEAD_OF_BUSY("openingTwiceWorksOrIsBusyAsExclusiveSays", Clause.EXCLUSIVE),
    FRAMES_BEFORE_START("framesArriveAfterStartAndAgainAfterStopAndStart", Clause.STARTED_STREAM),
    NO_FRAMES("framesArriveAfterStartAndAgainAfterStopAndStart", Clause.STARTED_STREAM),
    FRAME_AFTER_STOP("noFrameArrivesAfterStopReturned", Clause.STOPPED_STREAM),
    STOP_NEEDS_START("stopWithoutStartDoesNothing", Clause.STOP_WITHOUT_START),
    STARTS_TWICE("startTwiceIsRefusedAndTheStreamGoesOn", Clause.START_TWICE),
    TAKES_ANY_MODE("aForeignModeIsRefused", Clause.FOREIGN_MODE),
    OTHER_SIZE("everyModeDeliversItsSizeAndFormat", Clause.MODE_AS_STARTED),
    SHORT_BUFFER("everyModeDeliversItsSizeAndFormat", Clause.FRAME_LAYOUT),
    SECOND_CLOSE_THROWS("closeIsIdempotentInEveryState", Clause.CLOSE_TWICE),
    ANSWERS_WHEN_CLOSED("everyMethodOfAClosedSessionThrowsLost", Clause.CLOSED_IS_LOST),
    FAILED_WHEN_CLOSED("everyMethodOfAClosedSessionThrowsLost", Clause.CLOSED_IS_LOST),
    STREAMS_AFTER_CLOSE("theSinkFallsSilentAfterClose", Clause.CLOSED_STREAM),
    NO_FRAME_TO_CLOSE_IN("closeMayComeFromTheCaptureThread", Clause.STARTED_STREAM),
    JOINS_ITSELF("closeMayComeFromTheCaptureThread", Clause.CLOSE_FROM_CAPTURE_THREAD),
    STARTS_UNDER_LOCK("closeEndsAStartThatBlocks", Clause.CLOSE_ENDS_CALLS),
    OPEN_IGNORES_INTERRUPT("interruptingEndsAnOpenThatBlocks", Clause.INTERRUPT_ENDS_CALLS),
    THROWS_ILLEGAL_STATE_ON_INTERRUPT("interruptingEndsAStartThatBlocks", Clause.INTERRUPT_ENDS_CALLS),
    REFUSES_TO_APPLY_NOTHING("settingsHaveAValueForEveryControl", Clause.CALLS_SUCCEED),
    SETTINGS_HANG("settingsHaveAValueForEveryControl", Clause.CALLS_COME_BACK),
    LEAVES_A_THREAD("twentySessionsLeaveNoThreadBehind", Clause.THREADS_END),
    TELLS_NO_END("anUnpluggedCameraTellsItsEndOnce", Clause.END_IS_TOLD),
    TIME_STANDS_STILL("timestampsGrowAndAreNearNanoTime", Clause.TIMESTAMPS),
    WALL_CLOCK("timestampsGrowAndAreNearNanoTime", Clause.TIMESTAMPS),
    NUMBERS_BEGIN_ANEW("sequenceNumbersGrowOverTheWholeSession", Clause.SEQUENCE),
    TWO_THREADS("theSinkIsNeverCalledByTwoThreadsAtOnce", Clause.ONE_THREAD_AT_A_TIME),
    WAITS_FOR_A_BUFFER("keepingAllBuffersBlocksNothing", Clause.NEVER_WAIT_FOR_BUFFERS),
    OVERWRITES("theBytesOfAHeldFrameDoNotChange", Clause.HELD_BYTES),
    CLEARS_ON_CLOSE("buffersMayBeReleasedLateOnAnotherThreadAfterClose", Clause.LATE_RELEASE),
    RELEASE_THROWS_WHEN_CLOSED("buffersMayBeReleasedLateOnAnotherThreadAfterClose", Clause.LATE_RELEASE),
    WIDTH_IS_A_CONTROL("controlsAreWellFormed", Clause.CONTROLS_WELL_FORMED),
    A_SETTING_IS_MISSING("settingsHaveAValueForEveryControl", Clause.SETTINGS_COMPLETE),
    SNAPS_NOTHING("numbersAreSnappedIntoTheirRange", Clause.NUMBERS_IN_RANGE),
    ANSWERS_THE_WISH("numbersAreSnappedIntoTheirRange", Clause.NUMBERS_IN_RANGE),
    FORGETS_WHAT_IT_ANSWERED("numbersAreSnappedIntoTheirRange", Clause.APPLY_TELLS_SETTINGS),
    IGNORES_CHOICES("everyChoiceCanBeSet", Clause.CHOICES_SETTABLE),
    RESETS_THE_REST("controlsThatAreNotNamedStay", Clause.UNNAMED_STAY),
    VALUE_BEFORE_MODE("aModeAndItsValueAreSetTogether", Clause.MODE_BEFORE_VALUE),
    LOSES_POINTS("pointsOfInterestAreToldBack", Clause.POINTS),
    APPLY_ENDS_STREAM("controlsAreSetWhileTheStreamGoesOn", Clause.CONTROLS_WHILE_STREAMING),
    NO_PHOTO_SETTINGS("photoCapabilitiesAndSettingsAgree", Clause.PHOTO_CAPABILITIES),
    PHOTO_CUT_SHORT("aPhotoIsACompleteFileOfAnAdvertisedSize", Clause.PHOTO_FILE),
    ONE_PHOTO_SIZE("aPhotoHasTheNearestSize", Clause.PHOTO_NEAREST_SIZE),
    PHOTO_ENDS_STREAM("theStreamGoesOnAfterAPhoto", Clause.STREAM_AFTER_PHOTO);

    private final String test;
    private final Clause clause;

    Fault(String test, Clause clause) {
        this.test = test;
        this.clause = clause;
    }

    String test() {
        return test;
    }

    Clause clause() {
        return clause;
    }
}
