package dev.gatescope.shared.sequence;

/** The stylesheets of an SVG; colours are those of GitHub's Primer, as in the console. */
final class SvgStyle {
    private static final String SHAPES =
            """
            .gatescope-sequence text{font:11px system-ui,"DejaVu Sans",sans-serif}
            """;
    private static final String LIGHT =
            colours("#ffffff", "#d0d7de", "#f6f8fa", "#ddf4ff", "#8c959f", "#0969da", "#57606a")
                    + words("#24292f", "#57606a", "#cf222e", "#9a6700");
    private static final String DARK =
            colours("#0d1117", "#30363d", "#161b22", "#0c2d6b", "#6e7681", "#58a6ff", "#8b949e")
                    + words("#c9d1d9", "#8b949e", "#f85149", "#d29922");

    private SvgStyle() {}

    static String of(Theme theme) {
        return "\n"
                + SHAPES
                + switch (theme) {
                    case LIGHT -> within("light", LIGHT);
                    case DARK -> within("dark", DARK);
                    case SYSTEM ->
                            within("system", LIGHT)
                                    + "@media (prefers-color-scheme: dark){\n"
                                    + within("system", DARK)
                                    + "}\n";
                };
    }

    /** Several diagrams of different themes may lie in one page. */
    private static String within(String theme, String rules) {
        return rules.replace("@", ".gatescope-sequence." + theme + " .")
                .replace("~", ".gatescope-sequence." + theme + " line.");
    }

    private static String colours(
            String background,
            String lifeline,
            String head,
            String covered,
            String ghost,
            String call,
            String reply) {
        return fill("background", background)
                + stroke("lifeline", lifeline)
                + "@head{fill:%s;stroke:%s}\n".formatted(head, lifeline)
                + stroke("covered", covered)
                + both("ghost", ghost)
                + both("call", call)
                + both("reply", reply)
                + fill("note", reply);
    }

    private static String words(String text, String muted, String error, String misplaced) {
        return fill("text", text)
                + fill("muted", muted)
                + both("error", error)
                + both("misplaced", misplaced);
    }

    private static String fill(String ink, String colour) {
        return "@" + ink + "{fill:" + colour + "}\n";
    }

    private static String stroke(String ink, String colour) {
        return "~" + ink + "{stroke:" + colour + "}\n";
    }

    private static String both(String ink, String colour) {
        return fill(ink, colour) + stroke(ink, colour);
    }
}
