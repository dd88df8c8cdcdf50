package dev.gatescope.bench.proc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcTest {

    @Test
    void theTimeOfAProcessIsReadPastANameWithSpaces() {
        var stat = "42 (a ) name) S 1 42 42 0 -1 4194560 1 2 3 4 150 50 7 8 20 0 30 0 100 1 2";

        assertThat(Proc.processNanos(stat)).isEqualTo(2_000_000_000L);
    }

    @Test
    void theMachineIsBusyWithAllButIdlingAndWaiting() {
        var stat = "cpu  100 10 50 9999 8888 20 20 7 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n";

        assertThat(Proc.machineNanos(stat)).isEqualTo(2_000_000_000L);
    }

    @Test
    void aListOfCoresMayHoldRanges() {
        assertThat(Proc.cores("0-2,5")).containsExactly(0, 1, 2, 5);
        assertThat(Proc.cores("3")).containsExactly(3);
    }

    @Test
    void theHeapIsTheSumOfItsGenerations() {
        var info =
                """
                42:
                 def new generation   total 157248K, used 2796K [0x1, 0x2, 0x3)
                  eden space 139776K,   2% used [0x1, 0x2, 0x3)
                 tenured generation   total 349568K, used 4096K [0x1, 0x2, 0x3)
                 Metaspace       used 7167K, committed 7360K, reserved 1114112K
                """;

        assertThat(Jdk.heapUsed(info)).isEqualTo((2796 + 4096) * 1024L);
    }
}
