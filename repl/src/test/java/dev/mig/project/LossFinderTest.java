package dev.mig.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run takes away that is there before it, under the names of before it. */
class LossFinderTest {
    private static final Span NOWHERE = Span.none();
    private static final QualifiedIdentifier ORDERS = QualifiedIdentifier.bare("orders");
    private static final QualifiedIdentifier SALES = QualifiedIdentifier.bare("sales");
    private static final Identifier NAME = Identifier.bare("name");
    private static final Identifier TITLE = Identifier.bare("title");

    @Test
    void aTableGoesWithItsRows() {
        assertThat(losses(drop(ORDERS))).containsExactly(new Loss.OfTable(ORDERS, NOWHERE));
    }

    @Test
    void aTableOfTheRunItselfHoldsNothing() {
        Operation create = new Operation.CreateTable(
                new Table(ORDERS, List.of(), List.of(), List.of(), null, List.of()), false, NOWHERE);

        assertThat(losses(create, rename(ORDERS, "sales"), drop(SALES))).isEmpty();
        assertThat(losses(drop(ORDERS), create, drop(ORDERS))).containsExactly(new Loss.OfTable(ORDERS, NOWHERE));
    }

    @Test
    void aRenamedTableIsCountedUnderItsNameOfToday() {
        assertThat(losses(rename(ORDERS, "sales"), drop(SALES))).containsExactly(new Loss.OfTable(ORDERS, NOWHERE));
    }

    @Test
    void aRenamedColumnIsCountedUnderItsNameOfToday() {
        assertThat(losses(
                        rename(ORDERS, "sales"),
                        alter(SALES, new TableChange.RenameColumn(NAME, TITLE, NOWHERE)),
                        alter(SALES, new TableChange.DropColumn(TITLE, false, null, NOWHERE))))
                .containsExactly(new Loss.OfColumn(ORDERS, NAME, NOWHERE));
    }

    @Test
    void whatGoesWithItsTableIsNotToldApart() {
        assertThat(losses(alter(ORDERS, new TableChange.DropColumn(NAME, false, null, NOWHERE)), drop(ORDERS)))
                .containsExactly(new Loss.OfTable(ORDERS, NOWHERE));
    }

    @Test
    void aDeleteIsALossUnlessItTakesAnInsertBack() {
        Operation delete = new Operation.Delete(ORDERS, "(id = 1)", null, new Operation.Unstated(), NOWHERE);
        LossFinder back = new LossFinder(Folding.UPPER);
        back.add(List.of(delete), true);

        assertThat(losses(delete)).containsExactly(new Loss.OfRows(ORDERS, "(id = 1)", NOWHERE));
        assertThat(back.found()).isEmpty();
    }

    @Test
    void aSchemaGoesWithWhatIsInItAndWithWhatWasMovedThere() {
        Identifier archive = Identifier.bare("archive");
        Operation create = new Operation.CreateSchema(archive, false, NOWHERE);
        Operation drop = new Operation.DropSchema(archive, false, true, NOWHERE);
        Operation moved = alter(ORDERS, new TableChange.SetSchema(archive, NOWHERE));

        assertThat(losses(drop)).containsExactly(new Loss.OfSchema(archive, NOWHERE));
        assertThat(losses(new Operation.DropSchema(archive, false, false, NOWHERE)))
                .isEmpty();
        assertThat(losses(create, drop)).isEmpty();
        assertThat(losses(create, moved, drop)).containsExactly(new Loss.OfTable(ORDERS, NOWHERE));
    }

    private static List<Loss> losses(Operation... operations) {
        LossFinder losses = new LossFinder(Folding.UPPER);
        losses.add(List.of(operations), false);
        return losses.found();
    }

    private static Operation drop(QualifiedIdentifier table) {
        return new Operation.DropTable(table, false, false, NOWHERE);
    }

    private static Operation rename(QualifiedIdentifier table, String to) {
        return new Operation.RenameTable(table, Identifier.bare(to), NOWHERE);
    }

    private static Operation alter(QualifiedIdentifier table, TableChange change) {
        return new Operation.AlterTable(table, List.of(change), NOWHERE);
    }
}
