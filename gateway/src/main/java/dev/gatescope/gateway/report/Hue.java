package dev.gatescope.gateway.report;

/** The colour in which a flow is drawn: the first and the last have one, those between are grey. */
enum Hue {
    FIRST("first"),
    LAST("last"),
    BETWEEN("between");

    private final String styleClass;

    Hue(String styleClass) {
        this.styleClass = styleClass;
    }

    /** The hue of one of so many flows. */
    static Hue of(int index, int flows) {
        if (index == flows - 1) {
            return LAST;
        }
        return index == 0 ? FIRST : BETWEEN;
    }

    String styleClass() {
        return styleClass;
    }
}
