package dev.gatescope.shared.admin;

import java.util.List;

/**
 * Why something happened, from an event to its roots.
 *
 * @param events those of the chain, the event asked about first, each before what explains it
 * @param roots the ids of those events that nothing explains further
 * @param complete whether each way ends at a root; false where the record ends before
 * @param steps the same chain for people, in the order in which it is read
 * @param meanwhile faults that act on the gateway as a whole and were active then; no roots
 */
public record Why(
        List<Event> events,
        List<String> roots,
        boolean complete,
        List<Step> steps,
        List<String> meanwhile) {

    /**
     * One line of the chain.
     *
     * @param event the id of the event that it tells of
     * @param depth how many steps lie between it and the event asked about; several steps of the
     *     same depth explain the one before them together
     * @param component the part of the gateway in which it happened, such as {@code router}
     * @param sentence what happened, in plain words
     * @param evidence what shows it: values of the record, such as {@code accepted 412 ms before
     *     startup completed}
     * @param root what kind of root it is: {@code fault}, {@code client}, {@code component}, {@code
     *     operator}, {@code flow}, {@code gateway}; empty where it is none; {@code unknown} where
     *     the record ends
     */
    public record Step(
            String event,
            int depth,
            String component,
            String sentence,
            List<String> evidence,
            String root) {}
}
