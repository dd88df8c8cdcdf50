package dev.gatescope.console.faults;

import dev.gatescope.console.feed.Answers;
import dev.gatescope.console.feed.FaultControl;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.Pulse;
import dev.gatescope.console.shell.FaultWatchModel;
import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultKindInfo;
import dev.gatescope.shared.admin.FaultRequest;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/**
 * What can be broken and how: the catalogue, searched; the fault that is drafted; the presets. What
 * is broken already is told by the {@link FaultWatchModel}. For the models' thread alone.
 */
public final class FaultsModel {
    private static final int BEATS_BETWEEN = 20;
    private static final String POSED = "handler-slow";
    private static final String BLOCKED =
            "New faults are blocked since all were stopped. Press Allow again at the top.";

    private final FaultControl control;
    private final FaultWatchModel watch;
    private final Answers answers;
    private final DraftModel draft = new DraftModel();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<Catalogue.Row> shown = FXCollections.observableArrayList();
    private final ObservableList<Preset> presets = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper catalogueTrouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNoFault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNotThis = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper injectTrouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper injectNotice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper presetTrouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper stopTrouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper injecting = new ReadOnlyBooleanWrapper(false);

    private Catalogue catalogue = Catalogue.EMPTY;
    private int beats;

    /** The fault lab's model. */
    public FaultsModel(GatewayControl gateway, FaultWatchModel watch, Pulse pulse) {
        this.control = gateway.faults();
        this.watch = watch;
        answers = new Answers(pulse);
        search.subscribe(this::fill);
        draft.problemProperty().subscribe(this::tellWhyNot);
        draft.kindProperty().subscribe(this::forgetWhatWasSaid);
        watch.whyNoCommandsProperty().subscribe(this::tellWhyNot);
        watch.allowedProperty().subscribe(this::tellWhyNot);
        watch.offeredProperty().subscribe(this::askForCatalogue);
        pulse.onBeat(this::onBeat);
    }

    /** What is broken now. */
    FaultWatchModel watch() {
        return watch;
    }

    /** The fault that is to be injected next. */
    DraftModel draft() {
        return draft;
    }

    /** What was typed into the search box. */
    StringProperty searchProperty() {
        return search;
    }

    /** The kinds that the search finds; only the model changes them. */
    ObservableList<Catalogue.Row> shown() {
        return shown;
    }

    /** The presets whose kinds the gateway has; only the model changes them. */
    ObservableList<Preset> presets() {
        return presets;
    }

    /** The kind of this name; none where the gateway does not know it. */
    @Nullable FaultKindInfo kind(String name) {
        return catalogue.kind(name);
    }

    int kinds() {
        return catalogue.kinds().size();
    }

    /** Why there is no catalogue; empty while nothing is wrong. */
    ReadOnlyStringProperty catalogueTroubleProperty() {
        return catalogueTrouble.getReadOnlyProperty();
    }

    /** Why no fault at all can be injected; empty where one can. */
    ReadOnlyStringProperty whyNoFaultProperty() {
        return whyNoFault.getReadOnlyProperty();
    }

    /** Why the drafted fault cannot be injected; empty where it can. */
    ReadOnlyStringProperty whyNotThisProperty() {
        return whyNotThis.getReadOnlyProperty();
    }

    /** Why the drafted fault was not injected; empty when it was. */
    ReadOnlyStringProperty injectTroubleProperty() {
        return injectTrouble.getReadOnlyProperty();
    }

    /** What became of the drafted fault; empty before it was injected. */
    ReadOnlyStringProperty injectNoticeProperty() {
        return injectNotice.getReadOnlyProperty();
    }

    /** Why a preset was not injected, or not all of it; empty when it was. */
    ReadOnlyStringProperty presetTroubleProperty() {
        return presetTrouble.getReadOnlyProperty();
    }

    /** Why a fault was not stopped; empty when it was. */
    ReadOnlyStringProperty stopTroubleProperty() {
        return stopTrouble.getReadOnlyProperty();
    }

    /** Whether the gateway has not answered yet. */
    ReadOnlyBooleanProperty injectingProperty() {
        return injecting.getReadOnlyProperty();
    }

    /** Injects the drafted fault; nothing where it cannot be. */
    void inject() {
        var request = draft.request();
        if (request == null || !whyNotThis.get().isEmpty() || injecting.get()) {
            return;
        }
        forgetWhatWasSaid();
        injecting.set(true);
        watch.inject(
                request,
                fault -> {
                    injecting.set(false);
                    injectNotice.set(FaultWords.injected(fault));
                },
                failure -> {
                    injecting.set(false);
                    injectTrouble.set(failure);
                });
    }

    /** Injects the faults of a preset, one after the other; the first that fails ends it. */
    void inject(Preset preset) {
        presetTrouble.set(whyNoFault.get());
        if (whyNoFault.get().isEmpty()) {
            injectInTurn(
                    preset.requests(),
                    failure -> presetTrouble.set(preset.title() + " was not injected. " + failure));
        }
    }

    /** Ends one fault. */
    void stop(FaultInfo fault) {
        stopTrouble.set("");
        watch.stop(fault.id(), failure -> stopTrouble.set(fault.kind() + " acts on. " + failure));
    }

    /** Drafts a mild fault and injects it, unless something is broken already. */
    void pose() {
        var kind = catalogue.kind(POSED);
        if (kind == null || !watch.active().isEmpty() || !whyNoFault.get().isEmpty()) {
            return;
        }
        draft.choose(kind);
        draft.percent().textProperty().set("10");
        draft.reason().textProperty().set("Shown in a picture");
        draft.parameters().forEach(ParameterDraft::chooseLeast);
        inject();
    }

    private void injectInTurn(List<FaultRequest> requests, Consumer<String> failed) {
        if (!requests.isEmpty()) {
            var others = requests.subList(1, requests.size());
            watch.inject(requests.getFirst(), done -> injectInTurn(others, failed), failed);
        }
    }

    private void onBeat() {
        if (++beats % BEATS_BETWEEN == 0 && catalogue.kinds().isEmpty()) {
            askForCatalogue();
        }
    }

    private void askForCatalogue() {
        if (watch.offeredProperty().get()) {
            answers.await(
                    control.catalogue(),
                    kinds -> {
                        catalogueTrouble.set("");
                        show(Catalogue.of(kinds));
                    },
                    catalogueTrouble::set);
        }
    }

    private void show(Catalogue newest) {
        if (newest.equals(catalogue)) {
            return;
        }
        catalogue = newest;
        var chosen = draft.kindProperty().get();
        draft.choose(chosen == null ? null : catalogue.kind(chosen.kind()));
        presets.setAll(
                List.of(Preset.values()).stream()
                        .filter(preset -> preset.isPossibleWith(catalogue.names()))
                        .toList());
        fill();
    }

    private void fill() {
        shown.setAll(catalogue.find(search.get()));
    }

    private void tellWhyNot() {
        String whyNone = watch.whyNoCommandsProperty().get();
        whyNoFault.set(whyNone.isEmpty() && !watch.allowedProperty().get() ? BLOCKED : whyNone);
        whyNotThis.set(
                whyNoFault.get().isEmpty() ? draft.problemProperty().get() : whyNoFault.get());
    }

    private void forgetWhatWasSaid() {
        injectTrouble.set("");
        injectNotice.set("");
    }
}
