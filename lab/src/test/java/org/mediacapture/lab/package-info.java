// SPDX-License-Identifier: Apache-2.0
/** Tests with real cameras, which {@code lab/test} runs in a virtual machine, and their report. */
package org.mediacapture.lab;
