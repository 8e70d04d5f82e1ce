// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Execution;

/** Right cameras pass the contract, and wrong ones are taught what they do wrong. */
class CameraDeviceContractTest {
    private static final String ENGINE = "junit-jupiter";

    @Test
    void aCameraThatKeepsTheContractPassesEveryTest() {
        EngineExecutionResults results = EngineTestKit.engine(ENGINE)
                .selectors(selectClass(FakeContract.class))
                .execute();

        assertThat(failures(results)).isEmpty();
        results.testEvents()
                .assertStatistics(
                        stats -> stats.succeeded(tests()).skipped(0).aborted(0).failed(0));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFaultIsFoundByItsTestWithAdvice(Fault fault) {
        EngineExecutionResults results = EngineTestKit.engine(ENGINE)
                .configurationParameter(FakeContract.FAULT, fault.name())
                .selectors(selectMethod(FakeContract.class, fault.test()))
                .execute();

        assertThat(failures(results)).hasSize(1);
        assertThat(failures(results).get(0))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(fault.clause().name())
                .hasMessageContaining(fault.clause().text())
                .hasMessageContaining(fault.clause().reason())
                .hasMessageContaining(fault.clause().advice());
    }

    @Test
    void everyClauseHasAFaultThatBreaksIt() {
        assertThat(Arrays.stream(Fault.values()).map(Fault::clause).distinct())
                .containsExactlyInAnyOrder(Clause.values());
    }

    @Test
    void theReadmeListsEveryClause() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(Clause.values()).allSatisfy(clause -> assertThat(readme).contains("`" + clause.name() + "`"));
    }

    private static List<Throwable> failures(EngineExecutionResults results) {
        return results.testEvents().executions().failed().stream()
                .map(Execution::getTerminationInfo)
                .map(info -> info.getExecutionResult().getThrowable().orElseThrow())
                .toList();
    }

    private static long tests() {
        return Arrays.stream(CameraDeviceContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .distinct()
                .count();
    }
}
