package dev.gatescope.gateway.scenario;

import dev.gatescope.gateway.flow.LegacyParts;
import dev.gatescope.gateway.flow.RefusalStyle;
import dev.gatescope.gateway.routing.HandlerPolicy;
import dev.gatescope.gateway.sessions.SessionPattern;
import dev.gatescope.gateway.sessions.SessionTable;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;

/** Reads which worse parts the legacy flow is made of. */
final class LegacyPartsJson {
    static final LegacyParts USUAL = LegacyParts.usual();

    private LegacyPartsJson() {}

    /** What is left out is as usual. */
    static LegacyParts read(ScenarioJson json) {
        var parts =
                new LegacyParts(
                        json.word(
                                "handlers",
                                HandlerPolicy.values(),
                                ScenarioJson::kebab,
                                USUAL.handlers()),
                        json.has("sessions") ? sessions(json.object("sessions")) : USUAL.sessions(),
                        json.word(
                                "refusal",
                                RefusalStyle.values(),
                                ScenarioJson::kebab,
                                USUAL.refusal()));
        json.nothingElse();
        return parts;
    }

    /** Message types to patterns such as {@code generator+with}, over the usual ones. */
    private static SessionTable sessions(ScenarioJson json) {
        var patterns = new HashMap<>(USUAL.sessions().patterns());
        for (var type : json.fields()) {
            var pattern = pattern(json.text(type));
            if (pattern == null) {
                json.defect(
                        type,
                        "must be generator or context, a plus, and with, for-early-return,"
                                + " for-exhaust or inject");
            } else {
                patterns.put(type, pattern);
            }
        }
        return new SessionTable(patterns, USUAL.sessions().otherwise());
    }

    private static @Nullable SessionPattern pattern(String text) {
        for (var provider : SessionPattern.Provider.values()) {
            for (var consumer : SessionPattern.Consumer.values()) {
                var word = ScenarioJson.kebab(provider) + "+" + ScenarioJson.kebab(consumer);
                if (word.equals(text)) {
                    return new SessionPattern(provider, consumer);
                }
            }
        }
        return null;
    }
}
