// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.health;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.mediacapture.diagnosis.Check;
import org.mediacapture.diagnosis.Finding;
import org.mediacapture.diagnosis.Severity;

/**
 * A check as Felix asks it: what is wrong as a line of the log, and behind it what to do. Immutable.
 *
 * @param check looks
 */
record CameraHealth(Check check) implements HealthCheck {
    @Override
    public Result execute() {
        ResultLog log = new ResultLog();
        try {
            check.findings().forEach(finding -> log.add(entry(finding)));
        } catch (Exception failure) {
            log.add(new ResultLog.Entry(
                    Result.Status.HEALTH_CHECK_ERROR,
                    "not known: looking at " + check.subject() + " failed: " + failure,
                    failure));
        }
        return new Result(log);
    }

    private static ResultLog.Entry entry(Finding finding) {
        String advice = finding.advice().isEmpty() ? "" : "; to do: " + finding.advice();
        return new ResultLog.Entry(status(finding.severity()), finding.text() + advice);
    }

    private static Result.Status status(Severity severity) {
        return switch (severity) {
            case OK -> Result.Status.OK;
            case NOTE -> Result.Status.WARN;
            case PROBLEM -> Result.Status.CRITICAL;
        };
    }
}
