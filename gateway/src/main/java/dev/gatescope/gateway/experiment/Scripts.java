package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.scenario.Apportionment;
import dev.gatescope.gateway.scenario.Group;
import dev.gatescope.gateway.scenario.Scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Writes the scripts of all clients. How many do what follows from the scenario and the number of
 * clients alone; the seed decides who comes first within a group, and what they say.
 */
final class Scripts {
    private Scripts() {}

    /** The scripts of each block, in the order of the groups within it. */
    static List<List<Script>> of(ExperimentPlan plan) {
        var scenario = plan.scenario();
        var shares = scenario.groups().stream().map(Group::share).toList();
        var counts = Apportionment.of(plan.clients(), shares);
        var blocks = blocks(plan.clients(), scenario);
        var scripts = new ArrayList<List<Script>>();
        var number = 0;
        for (var block = 0; block < blocks; block++) {
            var inBlock = new ArrayList<Script>();
            for (var g = 0; g < counts.size(); g++) {
                var members = new ArrayList<Script>();
                for (var i = first(counts.get(g), block, blocks);
                        i < first(counts.get(g), block + 1, blocks);
                        i++) {
                    number++;
                    members.add(script(number, block, scenario.groups().get(g), plan.seed()));
                }
                Collections.shuffle(members, Random.from(chance(plan.seed(), -number)));
                inBlock.addAll(members);
            }
            scripts.add(List.copyOf(inBlock));
        }
        return List.copyOf(scripts);
    }

    private static int blocks(int clients, Scenario scenario) {
        return Math.ceilDiv(clients, scenario.clientsPerBlock());
    }

    /** Where a block's part of a group begins, the group being spread evenly. */
    private static int first(int members, int block, int blocks) {
        return (int) ((long) members * block / blocks);
    }

    private static Script script(int number, int block, Group group, long seed) {
        var random = chance(seed, number);
        var messages = new ArrayList<Script.Message>();
        for (var send : group.script().sends()) {
            for (var time = 0; time < send.times(); time++) {
                var text = send.texts().get(random.nextInt(send.texts().size()));
                messages.add(new Script.Message(send.kind(), text));
            }
        }
        return new Script(number, block, group, messages);
    }

    /** A source of chance for one script, from the seed and its number. */
    private static RandomGenerator chance(long seed, int number) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + number);
    }
}
