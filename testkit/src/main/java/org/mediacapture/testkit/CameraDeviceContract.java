// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.provider.CameraDevice;

/**
 * The contract of a camera, to be inherited: a subclass says how to get a device, and JUnit runs every test below against it.
 * What a camera does not have is skipped, with a message that tells which hook would have it tested.
 *
 * <p>Tests await events, up to {@link #patience()}, and assert no duration. Each begins with a new {@link #device()}. A single
 * test can be overridden in the subclass, for example with {@code @Disabled} and a reason.
 *
 * <p>Confined to the thread of the test.
 */
public abstract class CameraDeviceContract {
    private Bench bench;

    /** For subclasses. */
    protected CameraDeviceContract() {}

    /**
     * A camera that can be opened, and that delivers pictures as long as it is not told otherwise.
     *
     * @return a device, new or the same for each test
     * @throws Exception if there is none; the test fails
     */
    protected abstract CameraDevice device() throws Exception;

    /**
     * Takes a device back after a test. By default it is closed if it is {@link AutoCloseable}.
     *
     * @param device what {@link #device()} gave
     * @throws Exception if that fails; the test fails
     */
    protected void release(CameraDevice device) throws Exception {
        if (device instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    /**
     * The properties with which the service of the device is registered.
     *
     * @return names and values; empty by default, which skips the test of them
     */
    protected Map<String, Object> properties() {
        return Map.of();
    }

    /**
     * How long to wait for what has to come. It is used up only by a provider that breaks the contract.
     *
     * @return 30 seconds by default
     */
    protected Duration patience() {
        return Duration.ofSeconds(30);
    }

    /**
     * How long opening may take.
     *
     * @return {@link #patience()} by default
     */
    protected Duration openDeadline() {
        return patience();
    }

    /**
     * Whether the device tells its modes before it is opened for the first time.
     *
     * @return true by default; false for network cameras and the like
     */
    protected boolean modesKnownBeforeOpening() {
        return true;
    }

    /**
     * How many modes are started, if a camera has more.
     *
     * @return 6 by default
     */
    protected int modesTried() {
        return 6;
    }

    /**
     * A device of the same provider whose {@code open()} does not return by itself, such as one that does not answer.
     *
     * @return empty by default, which skips a test
     */
    protected Optional<CameraDevice> deviceThatBlocksOpening() {
        return Optional.empty();
    }

    /**
     * A device of the same provider that opens and whose {@code start()} does not return by itself.
     *
     * @return empty by default, which skips two tests
     */
    protected Optional<CameraDevice> deviceThatBlocksStarting() {
        return Optional.empty();
    }

    /**
     * A device of the same provider that streams, delivers one frame or a few, and then no more, without an end.
     *
     * @return empty by default, which skips a test
     */
    protected Optional<CameraDevice> deviceThatFallsSilent() {
        return Optional.empty();
    }

    /**
     * A device of the same provider that streams, delivers one frame or a few, and is then unplugged, or loses its connection.
     *
     * @return empty by default, which skips a test
     */
    protected Optional<CameraDevice> deviceThatIsUnplugged() {
        return Optional.empty();
    }

    @BeforeEach
    final void prepareBench() throws Exception {
        bench = new Bench(this);
    }

    @AfterEach
    final void clearBench() throws Exception {
        if (bench != null) {
            bench.close();
        }
    }

    @Test
    protected void servicePropertiesTellAddressLabelAndProvider() {
        new DeviceChecks(bench).serviceProperties();
    }

    @Test
    protected void whatACameraDoesNotHaveIsSaidByAbsence() throws Exception {
        new DeviceChecks(bench).absence();
    }

    @Test
    protected void modesAreKnownWhenOpenAndRememberedByTheDevice() throws Exception {
        new DeviceChecks(bench).modes();
    }

    @Test
    protected void openingTwiceWorksOrIsBusyAsExclusiveSays() throws Exception {
        new DeviceChecks(bench).exclusive();
    }

    @Test
    protected void framesArriveAfterStartAndAgainAfterStopAndStart() throws Exception {
        new LifeCycleChecks(bench).startedStream();
    }

    @Test
    protected void noFrameArrivesAfterStopReturned() throws Exception {
        new LifeCycleChecks(bench).stoppedStream();
    }

    @Test
    protected void stopWithoutStartDoesNothing() throws Exception {
        new LifeCycleChecks(bench).stopWithoutStart();
    }

    @Test
    protected void startTwiceIsRefusedAndTheStreamGoesOn() throws Exception {
        new LifeCycleChecks(bench).startTwice();
    }

    @Test
    protected void aForeignModeIsRefused() throws Exception {
        new LifeCycleChecks(bench).foreignMode();
    }

    @Test
    protected void everyModeDeliversItsSizeAndFormat() throws Exception {
        new LifeCycleChecks(bench).everyMode();
    }

    @Test
    protected void closeIsIdempotentInEveryState() throws Exception {
        new LifeCycleChecks(bench).closeTwice();
    }

    @Test
    protected void everyMethodOfAClosedSessionThrowsLost() throws Exception {
        new LifeCycleChecks(bench).closedIsLost();
    }

    @Test
    protected void theSinkFallsSilentAfterClose() throws Exception {
        new LifeCycleChecks(bench).closedStream();
    }

    @Test
    protected void closeMayComeFromTheCaptureThread() throws Exception {
        new LifeCycleChecks(bench).closeFromCaptureThread();
    }

    @Test
    protected void closeEndsReadingFromAnotherThread() throws Exception {
        new EndingChecks(bench).closeWhileReading();
    }

    @Test
    protected void closeDuringStartEndsBoth() throws Exception {
        new EndingChecks(bench).closeDuringStart();
    }

    @Test
    protected void closeEndsAStartThatBlocks() throws Exception {
        new EndingChecks(bench).closeEndsABlockedStart();
    }

    @Test
    protected void interruptingEndsAnOpenThatBlocks() {
        new EndingChecks(bench).interruptEndsABlockedOpen();
    }

    @Test
    protected void interruptingEndsAStartThatBlocks() throws Exception {
        new EndingChecks(bench).interruptEndsABlockedStart();
    }

    @Test
    protected void anInterruptedThreadGetsAnAnswerOrACameraException() throws Exception {
        new EndingChecks(bench).interruptBefore();
    }

    @Test
    protected void twentySessionsLeaveNoThreadBehind() throws Exception {
        new EndingChecks(bench).threadsEnd();
    }

    @Test
    protected void aSilentCameraCanBeStoppedAndClosed() throws Exception {
        new EndingChecks(bench).silentCamera();
    }

    @Test
    protected void anUnpluggedCameraTellsItsEndOnce() throws Exception {
        new EndingChecks(bench).unplug();
    }

    @Test
    protected void timestampsGrowAndAreNearNanoTime() throws Exception {
        new StreamChecks(bench).timestamps();
    }

    @Test
    protected void sequenceNumbersGrowOverTheWholeSession() throws Exception {
        new StreamChecks(bench).sequence();
    }

    @Test
    protected void theSinkIsNeverCalledByTwoThreadsAtOnce() throws Exception {
        new StreamChecks(bench).oneThreadAtATime();
    }

    @Test
    protected void keepingAllBuffersBlocksNothing() throws Exception {
        new StreamChecks(bench).neverWaitForBuffers();
    }

    @Test
    protected void theBytesOfAHeldFrameDoNotChange() throws Exception {
        new StreamChecks(bench).heldBytes();
    }

    @Test
    protected void buffersMayBeReleasedLateOnAnotherThreadAfterClose() throws Exception {
        new StreamChecks(bench).lateRelease();
    }

    @Test
    protected void controlsAreWellFormed() throws Exception {
        new ControlChecks(bench).wellFormed();
    }

    @Test
    protected void settingsHaveAValueForEveryControl() throws Exception {
        new ControlChecks(bench).settingsComplete();
    }

    @Test
    protected void numbersAreSnappedIntoTheirRange() throws Exception {
        new ControlChecks(bench).numbers();
    }

    @Test
    protected void everyChoiceCanBeSet() throws Exception {
        new ControlChecks(bench).choices();
    }

    @Test
    protected void controlsThatAreNotNamedStay() throws Exception {
        new ControlChecks(bench).unnamedStay();
    }

    @Test
    protected void aModeAndItsValueAreSetTogether() throws Exception {
        new ControlChecks(bench).modeBeforeValue();
    }

    @Test
    protected void pointsOfInterestAreToldBack() throws Exception {
        new ControlChecks(bench).points();
    }

    @Test
    protected void controlsAreSetWhileTheStreamGoesOn() throws Exception {
        new ControlChecks(bench).whileStreaming();
    }

    @Test
    protected void photoCapabilitiesAndSettingsAgree() throws Exception {
        new StillChecks(bench).capabilities();
    }

    @Test
    protected void aPhotoIsACompleteFileOfAnAdvertisedSize() throws Exception {
        new StillChecks(bench).photo();
    }

    @Test
    protected void aPhotoHasTheNearestSize() throws Exception {
        new StillChecks(bench).nearestSize();
    }

    @Test
    protected void theStreamGoesOnAfterAPhoto() throws Exception {
        new StillChecks(bench).streamGoesOn();
    }
}
