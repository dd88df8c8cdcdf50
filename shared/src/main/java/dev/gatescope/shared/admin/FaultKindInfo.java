package dev.gatescope.shared.admin;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One kind of fault that a gateway can inject.
 *
 * @param kind its name, such as {@code handler-slow}
 * @param group what it breaks: {@code startup}, {@code auth}, {@code registration}, {@code
 *     handler}, {@code session}, {@code message}, {@code connection} or {@code gateway}
 * @param title for people
 * @param description one sentence: what will happen, and which figure will move
 * @param moves the figures that will move, by the names of the snapshot or of the metrics
 * @param scopes what can narrow it: of {@code percent}, {@code user}, {@code connection}, {@code
 *     type}; others are taken with a warning and do nothing
 * @param ambient whether it acts on the gateway as a whole, so that no single error can be laid at
 *     its door
 */
public record FaultKindInfo(
        String kind,
        String group,
        String title,
        String description,
        List<Parameter> parameters,
        List<String> moves,
        List<String> scopes,
        boolean ambient) {

    /**
     * One value that a kind takes.
     *
     * @param type {@code integer} or {@code choice}
     * @param defaultValue what is taken where it is left out: a number or one of the values
     * @param min the least number; none for a choice
     * @param max the greatest number; none for a choice
     * @param values what may be chosen; none for a number
     * @param unit of the number, such as {@code ms}; none where it counts
     * @param description what it means, in a few words
     */
    public record Parameter(
            String name,
            String type,
            @JsonProperty("default") Object defaultValue,
            @Nullable Long min,
            @Nullable Long max,
            @Nullable List<String> values,
            @Nullable String unit,
            String description) {
        public static final String INTEGER = "integer";
        public static final String CHOICE = "choice";
    }
}
