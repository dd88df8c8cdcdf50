package dev.gatescope.console.connections;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Who a client is, in a word and a version: a User-Agent begins with what all browsers claim to be,
 * and a column has no room for the rest. Pure text, for any thread.
 */
final class ClientName {
    private static final Pattern COMMENT = Pattern.compile("\\([^)]*\\)");
    private static final Pattern PRODUCT = Pattern.compile("([^\\s/]+)/(\\S+)");

    /** What browsers call themselves, the less often borrowed names first. */
    private static final List<String> BROWSERS =
            List.of("Edg", "OPR", "Firefox", "Chrome", "Version");

    private ClientName() {}

    /** The short name of a client; empty where it sent none. */
    static String of(@Nullable String userAgent) {
        if (userAgent == null) {
            return "";
        }
        var products =
                PRODUCT.matcher(COMMENT.matcher(userAgent).replaceAll("")).results().toList();
        if (products.isEmpty()) {
            return userAgent;
        }
        var first = products.getFirst();
        if (!first.group(1).equals("Mozilla")) {
            return first.group(1) + " " + first.group(2);
        }
        return BROWSERS.stream()
                .flatMap(name -> products.stream().filter(is -> is.group(1).equals(name)))
                .findFirst()
                .map(ClientName::browser)
                .orElse(userAgent);
    }

    private static String browser(MatchResult product) {
        String major = product.group(2).replaceAll("\\..*", "");
        return switch (product.group(1)) {
            case "Edg" -> "Edge " + major;
            case "OPR" -> "Opera " + major;
            case "Version" -> "Safari " + major;
            default -> product.group(1) + " " + major;
        };
    }
}
