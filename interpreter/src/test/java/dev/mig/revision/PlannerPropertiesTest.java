package dev.mig.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.source.DiagnosticException;
import dev.mig.syntax.tree.Header;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every graph, on random ones; a failure names its seed. */
final class PlannerPropertiesTest {
    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void upgradesApplyWhatIsMissingInOrder(long seed) {
        RevisionGraph graph = RevisionGraph.of(RandomGraphs.headers(seed));
        Random random = new Random(seed);
        Applied applied = RandomGraphs.applied(graph, random);
        Set<String> before = ids(applied.revisions());
        Revision to = graph.at(random.nextInt(graph.size()));

        Plan plan = Planner.upgrade(graph, applied, List.of(Target.parse(to.id())));

        Set<String> missing = new TreeSet<>(Reference.closure(graph, List.of(to.id())));
        missing.removeAll(before);
        assertThat(plan.revisions().stream().map(Revision::id))
                .containsExactlyElementsOf(Reference.order(graph, before, missing));
        followsTheRules(graph, plan, before);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void downgradesTakeBackWhatStandsAbove(long seed) {
        RevisionGraph graph = RevisionGraph.of(RandomGraphs.headers(seed));
        Random random = new Random(seed);
        Applied applied = RandomGraphs.applied(graph, random);
        Set<String> before = ids(applied.revisions());
        for (Revision to : applied.revisions()) {
            Plan plan = Planner.downgrade(graph, applied, Target.parse(to.id()));

            Set<String> gone = Reference.above(graph, before, to);
            Set<String> stay = new TreeSet<>(before);
            stay.removeAll(gone);
            List<String> order = new ArrayList<>(Reference.order(graph, stay, gone));
            Collections.reverse(order);
            assertThat(plan.revisions().stream().map(Revision::id)).containsExactlyElementsOf(order);
            assertThat(stay).contains(to.id());
            followsTheRules(graph, plan, before);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWentUpComesDownTheSameWay(long seed) {
        RevisionGraph graph = RevisionGraph.of(RandomGraphs.headers(seed));
        List<Step> up = Planner.upgrade(graph, Applied.none(graph), List.of(Target.parse("heads")))
                .steps();
        Applied all = Applied.of(graph, ids(graph.heads()));

        List<Step> down =
                Planner.downgrade(graph, all, Target.parse("base")).steps().reversed();

        assertThat(down.stream().map(Step::revision))
                .containsExactlyElementsOf(up.stream().map(Step::revision).toList());
        for (int i = 0; i < up.size(); i++) {
            assertThat(down.get(i).rowsBefore()).isEqualTo(up.get(i).rowsAfter());
            assertThat(down.get(i).rowsAfter()).isEqualTo(up.get(i).rowsBefore());
        }
        assertThat(up.getLast().rowsAfter()).isEqualTo(ids(graph.heads()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void oneStepUpIsTakenBackByOneStepDown(long seed) {
        RevisionGraph graph = RevisionGraph.of(RandomGraphs.headers(seed));
        Random random = new Random(seed);
        Applied applied = RandomGraphs.applied(graph, random);
        Set<String> before = ids(applied.revisions());
        for (Revision revision : graph.revisions()) {
            if (applied.contains(revision) || !Reference.isClosed(graph, plus(before, revision.id()))) {
                continue;
            }
            Plan up = Planner.upgrade(graph, applied, List.of(Target.parse(revision.id())));
            Applied after = Applied.of(graph, up.rowsAfter());

            Plan down = Planner.downgrade(graph, after, Target.parse(revision.id() + "@-1"));

            assertThat(down.revisions()).containsExactly(revision);
            assertThat(down.rowsAfter()).isEqualTo(up.rowsBefore());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfFilesDoesNotMatter(long seed) {
        List<Header> headers = RandomGraphs.headers(seed);
        List<Header> shuffled = new ArrayList<>(headers);
        Collections.shuffle(shuffled, new Random(seed));
        RevisionGraph graph = RevisionGraph.of(headers);
        RevisionGraph other = RevisionGraph.of(shuffled);
        Applied applied = RandomGraphs.applied(graph, new Random(seed));
        Applied otherApplied = Applied.of(other, applied.stored());

        assertThat(other.revisions()).isEqualTo(graph.revisions());
        assertThat(Planner.upgrade(other, otherApplied, List.of(Target.parse("heads"))))
                .isEqualTo(Planner.upgrade(graph, applied, List.of(Target.parse("heads"))));
        assertThat(Planner.downgrade(other, otherApplied, Target.parse("base")))
                .isEqualTo(Planner.downgrade(graph, applied, Target.parse("base")));
        assertThat(HistoryDrawing.of(other, other.revisions())).isEqualTo(HistoryDrawing.of(graph, graph.revisions()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aStampLeavesTheRowsOfTheMove(long seed) {
        RevisionGraph graph = RevisionGraph.of(RandomGraphs.headers(seed));
        Applied applied = RandomGraphs.applied(graph, new Random(seed));
        for (Revision revision : graph.revisions()) {
            List<Target> target = List.of(Target.parse(revision.id()));

            Plan move = applied.contains(revision)
                    ? Planner.downgrade(graph, applied, target.getFirst())
                    : Planner.upgrade(graph, applied, target);

            assertThat(Planner.stamp(graph, applied, target).rowsAfter()).isEqualTo(move.rowsAfter());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aBranchIsNeverLeft(long seed) {
        RevisionGraph graph = RevisionGraph.of(RandomGraphs.headers(seed));
        Applied applied = RandomGraphs.applied(graph, new Random(seed));
        Set<String> before = ids(applied.revisions());
        for (Revision branch : graph.revisions()) {
            for (String word : List.of("@-1", "@-2", "@base")) {
                Plan plan;
                try {
                    plan = Planner.downgrade(graph, applied, Target.parse(branch.id() + word));
                } catch (DiagnosticException refused) {
                    continue;
                }
                assertThat(plan.revisions()).allMatch(it -> Reference.liesOn(graph, it, branch));
                followsTheRules(graph, plan, before);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void labelsReachWhereTheirWordsSay(long seed) {
        RevisionGraph graph = RevisionGraph.of(RandomGraphs.headers(seed));
        for (Revision revision : graph.revisions()) {
            List<String> expected = graph.labelled().stream()
                    .filter(labelled -> isNamedBy(graph, revision, labelled))
                    .flatMap(it -> it.branches().stream())
                    .sorted()
                    .toList();

            assertThat(graph.onBranches(revision)).isEqualTo(expected);
        }
    }

    /** Descends from it, or leads up to it without a fork. */
    private static boolean isNamedBy(RevisionGraph graph, Revision revision, Revision labelled) {
        return Reference.descends(graph, revision, labelled) || leadsTo(graph, revision, labelled);
    }

    private static boolean leadsTo(RevisionGraph graph, Revision revision, Revision labelled) {
        return revision.equals(labelled)
                || (graph.children(revision).size() == 1
                        && leadsTo(graph, graph.children(revision).getFirst(), labelled));
    }

    private static void followsTheRules(RevisionGraph graph, Plan plan, Set<String> before) {
        Set<String> applied = new TreeSet<>(before);
        Set<String> table = new TreeSet<>(Reference.rows(graph, before));
        for (Step step : plan.steps()) {
            assertThat(step.rowsBefore()).isEqualTo(table);
            String id = step.revision().id();
            assertThat(plan.direction() == Direction.UPGRADE ? applied.add(id) : applied.remove(id))
                    .isTrue();
            assertThat(Reference.isClosed(graph, applied)).isTrue();
            step.changes().forEach(change -> change(table, change));
            assertThat(table).isEqualTo(Reference.rows(graph, applied));
            assertThat(step.rowsAfter()).isEqualTo(table);
        }
        assertThat(plan.rowsAfter()).isEqualTo(table);
    }

    private static void change(Set<String> table, RowChange change) {
        boolean done = switch (change) {
            case RowChange.Insert(String row) -> table.add(row);
            case RowChange.Delete(String row) -> table.remove(row);
            case RowChange.Update(String from, String to) -> table.remove(from) && table.add(to);
        };
        assertThat(done).as("%s of %s", change, table).isTrue();
    }

    private static Set<String> plus(Set<String> ids, String id) {
        Set<String> more = new TreeSet<>(ids);
        more.add(id);
        return more;
    }

    private static Set<String> ids(List<Revision> revisions) {
        Set<String> ids = new TreeSet<>();
        revisions.forEach(it -> ids.add(it.id()));
        return ids;
    }
}
