// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

/** A camera that FFmpeg's filters make keeps the contract. */
class FilterCameraContractTest extends JavacvContract {
    @Override
    String url() {
        return "lavfi:testsrc2=size=160x120:rate=30";
    }
}
