package dev.mig.diff;

import dev.mig.model.ColumnType;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.TypeName;
import java.util.List;
import java.util.Locale;

/** Column types as they are written. */
final class TypeTree {
    private static final int USUAL_FRACTION = 6;

    private TypeTree() {}

    static TypeName of(ColumnType type, Spell spell) {
        return of(type, 0, spell);
    }

    private static TypeName of(ColumnType type, int dimensions, Spell spell) {
        return switch (type) {
            case ColumnType.Plain it -> named(it.name().toLowerCase(Locale.ROOT), List.of(), dimensions);
            case ColumnType.Decimal it ->
                named(
                        "decimal",
                        it.scale() == 0 ? List.of(it.precision()) : List.of(it.precision(), it.scale()),
                        dimensions);
            case ColumnType.Char(int length) -> named("char", List.of(length), dimensions);
            case ColumnType.Varchar(int length) -> named("varchar", List.of(length), dimensions);
            case ColumnType.Binary(int length) -> named("binary", List.of(length), dimensions);
            case ColumnType.Timestamp it ->
                named(
                        it.withTimeZone() ? "timestamptz" : "timestamp",
                        it.precision() == USUAL_FRACTION ? List.of() : List.of(it.precision()),
                        dimensions);
            case ColumnType.Array(ColumnType element) -> of(element, dimensions + 1, spell);
            case ColumnType.Enum it ->
                new TypeName.Named(spell.qualified(it.name()), List.of(), dimensions, Span.none());
            case ColumnType.Native(String sql) ->
                new TypeName.Native(List.of(), Spell.text(sql), dimensions, Span.none());
        };
    }

    private static TypeName named(String word, List<Integer> arguments, int dimensions) {
        QualifiedName name = new QualifiedName(List.of(new Name(word, false, Span.none())), Span.none());
        return new TypeName.Named(name, arguments, dimensions, Span.none());
    }
}
