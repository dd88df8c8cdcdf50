package dev.gatescope.console.compare;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The report of an experiment as files. For the models' thread; files are written on another. */
final class ReportModel {
    private final ReadOnlyObjectWrapper<@Nullable Path> page = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    /** The page that was written last; none before one was. */
    ReadOnlyObjectProperty<@Nullable Path> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Where the report is; empty while there is none. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Why there is no report, in a sentence; empty while nothing is wrong. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /**
     * Writes the files into a folder.
     *
     * @param models runs something on the models' thread
     */
    void save(Findings.Report report, Path folder, Executor models) {
        write(report, () -> folder, "Saved as ", models, _ -> {});
    }

    /**
     * Writes the files where nobody has to choose, unless there are some already.
     *
     * @param opener takes the page, on the models' thread
     */
    void open(Findings.Report report, Executor models, Opener opener) {
        var written = page.get();
        if (written != null) {
            show(written, opener);
        } else {
            write(
                    report,
                    () -> Files.createTempDirectory("gatescope-report-"),
                    "For now it is ",
                    models,
                    path -> show(path, opener));
        }
    }

    /** Another experiment begins. */
    void forget() {
        page.set(null);
        notice.set("");
        trouble.set("");
    }

    /** Shows a page in the program that people use for it. */
    @FunctionalInterface
    interface Opener {
        void open(Path page) throws IOException;
    }

    private void write(
            Findings.Report report,
            Place place,
            String where,
            Executor models,
            Consumer<Path> then) {
        trouble.set("");
        Thread.ofVirtual()
                .name("report")
                .start(() -> {
                    try {
                        var written = report.writeInto(place.folder());
                        models.execute(() -> {
                            page.set(written);
                            notice.set(where + written + ", with report.json beside it.");
                            then.accept(written);
                        });
                    } catch (IOException e) {
                        models.execute(() ->
                                trouble.set(
                                        "The report could not be written: "
                                                + reason(e)
                                                + ". Choose a folder that you can write to."));
                    }
                });
    }

    private void show(Path written, Opener opener) {
        try {
            opener.open(written);
        } catch (IOException e) {
            trouble.set("No program opened the report; it is " + written + ".");
        }
    }

    /** File errors often say no more than the name of the file. */
    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ", " + e.getMessage();
    }

    @FunctionalInterface
    private interface Place {
        Path folder() throws IOException;
    }
}
