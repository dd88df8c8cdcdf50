package dev.gatescope.gateway.journal;

import dev.gatescope.shared.admin.Severity;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

/**
 * JSON in memory, a line each. Events are written field by field, under the names by which {@link
 * StoredEvent} is read: finding out for each how to write it would take most of the journal's time.
 * For one thread.
 */
final class Lines {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json;

    /**
     * @param writer which puts an end of line between values
     */
    Lines(ObjectWriter writer) {
        json = writer.createGenerator(bytes);
    }

    void add(StoredEvent event) {
        json.writeStartObject();
        json.writeNumberProperty("id", event.id());
        json.writeNumberProperty("at", event.at());
        json.writeStringProperty("type", event.type());
        json.writeStringProperty("severity", word(event.severity()));
        var connection = event.connection();
        if (connection != null) {
            json.writeNumberProperty("connection", connection);
        }
        if (event.user() != null) {
            json.writeStringProperty("user", event.user());
        }
        json.writeNumberProperty("cause", event.cause());
        writeNumbers("also", event.also());
        writeNumbers("faults", event.faults());
        json.writeStringProperty("message", event.message());
        json.writeName("data");
        writeData(event.data());
        json.writeEndObject();
    }

    private void writeNumbers(String name, @Nullable List<Long> numbers) {
        if (numbers != null) {
            json.writeArrayPropertyStart(name);
            numbers.forEach(json::writeNumber);
            json.writeEndArray();
        }
    }

    private void writeData(Map<String, Object> data) {
        json.writeStartObject();
        data.forEach((name, value) -> {
            json.writeName(name);
            writeValue(value);
        });
        json.writeEndObject();
    }

    private void writeValue(Object value) {
        switch (value) {
            case String text -> json.writeString(text);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            default -> json.writePOJO(value);
        }
    }

    /** As {@link Severity#word} has it, without making it anew each time. */
    private static String word(Severity severity) {
        return switch (severity) {
            case DEBUG -> "debug";
            case INFO -> "info";
            case WARNING -> "warning";
            case ERROR -> "error";
        };
    }

    /** Adds what is rarer than events. */
    void add(Object value) {
        json.writePOJO(value);
    }

    /** How many bytes it has, but for those of the last few lines. */
    int size() {
        return bytes.size();
    }

    /** All that was added. */
    byte[] toBytes() {
        json.flush();
        return bytes.toByteArray();
    }
}
