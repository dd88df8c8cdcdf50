package dev.gatescope.shared.admin;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.gatescope.shared.protocol.Timestamps;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import java.time.Instant;

/**
 * JSON as the admin API speaks it: snake_case, time stamps with milliseconds, nothing where there
 * is nothing to say, unknown fields ignored.
 */
public final class AdminJson {
    private AdminJson() {}

    /** A mapper that both sides use; safe from any thread. */
    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(
                        new SimpleModule("time stamps")
                                .addSerializer(Instant.class, new MillisecondStamps()))
                .build();
    }

    private static final class MillisecondStamps extends ValueSerializer<Instant> {
        private final Timestamps timestamps = new Timestamps();

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
            json.writeString(timestamps.of(instant));
        }
    }
}
