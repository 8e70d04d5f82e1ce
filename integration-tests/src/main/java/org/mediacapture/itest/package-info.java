// SPDX-License-Identifier: Apache-2.0
/** Tests that run inside Felix, against the services as an application sees them. */
package org.mediacapture.itest;
