package dev.gatescope.gateway.report;

import dev.gatescope.gateway.experiment.ExperimentResult;

/** What an experiment found, as a page that needs nothing else. */
public final class HtmlReport {
    private HtmlReport() {}

    /** The page. */
    public static String of(ExperimentResult result, Context context) {
        return result.toString() + context;
    }
}
