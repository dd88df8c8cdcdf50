package dev.gatescope.gateway.faults;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The type that a frame says it is of. */
final class FrameType {
    private static final JsonMapper JSON = new JsonMapper();

    private FrameType() {}

    /** The type, empty where the frame does not tell. */
    static String of(String frame) {
        try {
            JsonNode node = JSON.readTree(frame);
            return node == null ? "" : node.path("type").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    /** What a sentence calls a frame of this type. */
    static String named(String type) {
        return type.isEmpty() ? "a frame" : type;
    }
}
