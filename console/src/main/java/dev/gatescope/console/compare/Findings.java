package dev.gatescope.console.compare;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What an experiment found.
 *
 * @param reasons of the verdict, as sentences
 * @param targets what was to be reached, as a sentence
 * @param comparisons of each flow with the first
 */
public record Findings(
        Verdict verdict,
        List<String> reasons,
        String targets,
        Duration took,
        List<Flow> flows,
        List<Comparison> comparisons,
        Report report) {
    public Findings {
        reasons = List.copyOf(reasons);
        flows = List.copyOf(flows);
        comparisons = List.copyOf(comparisons);
    }

    /** What is said of the last flow. */
    public enum Verdict {
        PASS,
        FAIL,
        INCONCLUSIVE
    }

    /** What one flow did with all its clients. */
    public record Flow(
            String label,
            int clients,
            int ready,
            int failed,
            Share connection,
            Share routing,
            int handlersLeft,
            int sessionsLeaked,
            int owedKept) {}

    /**
     * One flow against the first.
     *
     * @param figure in words
     * @param pairs scripts that say something in both flows
     * @param onlyFirst scripts that only the first flow got right, or was faster with
     * @param onlyOther scripts that only the other flow got right, or was faster with
     * @param pValue none where there is nothing to compare
     * @param direction {@code better}, {@code worse} or {@code same}, seen from the other flow
     * @param decides whether it counts for the verdict
     */
    public record Comparison(
            String first,
            String other,
            String figure,
            int pairs,
            int onlyFirst,
            int onlyOther,
            @Nullable Double pValue,
            boolean significant,
            String direction,
            boolean decides) {}

    /** The whole of it as files. */
    @FunctionalInterface
    public interface Report {
        /**
         * Writes {@code report.html} and {@code report.json} into a folder; not for the models'
         * thread.
         *
         * @return the page
         */
        Path writeInto(Path folder) throws IOException;
    }
}
