package dev.gatescope.gateway.metrics;

/**
 * Which figures are wanted.
 *
 * @param demo those of demo traffic too
 * @param injected failures too in which an injected fault had a hand
 */
public record FigureView(boolean demo, boolean injected) {
    /** All of them. */
    public static final FigureView ALL = new FigureView(true, true);
}
