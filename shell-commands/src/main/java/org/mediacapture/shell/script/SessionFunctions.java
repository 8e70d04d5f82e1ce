// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.script;

import java.time.Duration;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;

/** The commands that a script has besides those of bundles. Stateless. */
final class SessionFunctions {
    private static final double MILLIS = 1000;

    private SessionFunctions() {}

    /** Gives a session its commands. */
    static void addTo(CommandSession session) {
        Function exit = (caller, arguments) -> exit(arguments);
        session.put("exit", exit);
        session.put("shutdown", exit);
        Function sleep = (caller, arguments) -> sleep(arguments);
        session.put("sleep", sleep);
    }

    private static Object exit(List<Object> arguments) throws ScriptExit {
        String code = arguments.isEmpty() ? "0" : String.valueOf(arguments.get(0));
        if (arguments.size() > 1 || !code.matches("\\d{1,3}")) {
            throw new IllegalArgumentException("exit: " + arguments + " is no exit code; one number from 0 on is");
        }
        throw new ScriptExit(Integer.parseInt(code));
    }

    private static Object sleep(List<Object> arguments) throws InterruptedException {
        if (arguments.size() != 1 || !String.valueOf(arguments.get(0)).matches("\\d{1,9}(\\.\\d+)?")) {
            throw new IllegalArgumentException(
                    "sleep: " + arguments + " is no time; one number of seconds is, such as 0.5");
        }
        double seconds = Double.parseDouble(String.valueOf(arguments.get(0)));
        Thread.sleep(Duration.ofMillis(Math.round(seconds * MILLIS)).toMillis());
        return null;
    }
}
