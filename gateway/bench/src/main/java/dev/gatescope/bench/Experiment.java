package dev.gatescope.bench;

import java.util.List;

/**
 * Variants under the same load, to be compared with the first of them.
 *
 * @param name what the comparison is about
 */
record Experiment(String name, Load load, List<Variant> variants) {

    Variant base() {
        return variants.getFirst();
    }

    String title() {
        return name + ", " + load.title();
    }
}
