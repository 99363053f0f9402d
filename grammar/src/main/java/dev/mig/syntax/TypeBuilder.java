package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.TypeName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Builds types, with aliases replaced by portable type names. */
final class TypeBuilder extends MigParserBaseVisitor<TypeName> {
    private static final Map<String, String> ALIASES = Map.of(
            "int", "integer",
            "bool", "boolean",
            "numeric", "decimal",
            "string", "varchar",
            "float", "double",
            "bytea", "blob");
    private static final Set<String> TABLE = Set.of(
            "boolean",
            "smallint",
            "integer",
            "bigint",
            "decimal",
            "real",
            "double",
            "char",
            "varchar",
            "text",
            "binary",
            "blob",
            "date",
            "time",
            "timestamp",
            "timestamptz",
            "interval",
            "uuid",
            "json");

    /** As many as PostgreSQL takes. */
    private static final int MOST_DIMENSIONS = 6;

    private final LeafBuilder leaves;
    private final Consumer<Diagnostic> problems;

    TypeBuilder(LeafBuilder leaves, Consumer<Diagnostic> problems) {
        this.leaves = leaves;
        this.problems = problems;
    }

    TypeName type(MigParser.TypeContext type) {
        return type.accept(this);
    }

    @Override
    public TypeName visitNative(MigParser.NativeContext ctx) {
        int dimensions = dimensions(ctx.ARRAY());
        Span span = leaves.span(ctx);
        if (ctx.nativeChoices() == null) {
            return new TypeName.Native(List.of(), leaves.text(ctx.text()), dimensions, span);
        }
        List<TypeName.Choice> choices = ctx.nativeChoices().nativeChoice().stream()
                .map(it -> new TypeName.Choice(leaves.names(it.dialects()), leaves.text(it.text())))
                .toList();
        return new TypeName.Native(
                choices, leaves.optionalText(ctx.nativeChoices().text()), dimensions, span);
    }

    @Override
    public TypeName visitDoublePrecision(MigParser.DoublePrecisionContext ctx) {
        return table("double", List.of(), dimensions(ctx.ARRAY()), leaves.span(ctx.getStart()), leaves.span(ctx));
    }

    @Override
    public TypeName visitCharacterVarying(MigParser.CharacterVaryingContext ctx) {
        Span word = leaves.span(ctx.getStart());
        return table("varchar", arguments(ctx.typeArguments()), dimensions(ctx.ARRAY()), word, leaves.span(ctx));
    }

    @Override
    public TypeName visitZoned(MigParser.ZonedContext ctx) {
        String word = (ctx.TIMESTAMP() == null ? "time" : "timestamp") + (ctx.WITH() == null ? "" : "tz");
        Span place = leaves.span(ctx.getStart());
        if (word.equals("timetz")) {
            problems.accept(Diagnostic.error(
                    Code.FOREIGN_TYPE,
                    leaves.span(ctx),
                    "a time of day has no time zone here",
                    "time",
                    "native 'time with time zone'"));
        }
        return table(word, arguments(ctx.typeArguments()), dimensions(ctx.ARRAY()), place, leaves.span(ctx));
    }

    @Override
    public TypeName visitNamed(MigParser.NamedContext ctx) {
        QualifiedName name = leaves.qualifiedName(ctx.typeName());
        List<Integer> arguments = arguments(ctx.typeArguments());
        Span span = leaves.span(ctx);
        if (name.parts().size() > 1 || name.last().quoted()) {
            return new TypeName.Named(name, arguments, dimensions(ctx.ARRAY()), span);
        }
        String word = name.last().text().toLowerCase(Locale.ROOT);
        String known = ALIASES.getOrDefault(word, word);
        return table(
                TABLE.contains(known) ? known : name.last().text(),
                arguments,
                dimensions(ctx.ARRAY()),
                name.span(),
                span);
    }

    private int dimensions(List<TerminalNode> brackets) {
        if (brackets.size() > MOST_DIMENSIONS) {
            problems.accept(Diagnostic.error(
                    Code.TOO_DEEP,
                    leaves.span(brackets.get(MOST_DIMENSIONS).getSymbol()),
                    "an array has at most " + MOST_DIMENSIONS + " dimensions",
                    "leave the others out"));
        }
        return Math.min(brackets.size(), MOST_DIMENSIONS);
    }

    /** A bare type. A {@code varchar} of no length is a text. */
    private TypeName table(String word, List<Integer> arguments, int dimensions, Span place, Span span) {
        String spelled = word.equals("varchar") && arguments.isEmpty() ? "text" : word;
        QualifiedName name = new QualifiedName(List.of(new Name(spelled, false, place)), place);
        return new TypeName.Named(name, arguments, dimensions, span);
    }

    private List<Integer> arguments(MigParser.@Nullable TypeArgumentsContext ctx) {
        if (ctx == null) {
            return List.of();
        }
        List<Integer> numbers = new ArrayList<>(2);
        for (var number : ctx.NUMBER()) {
            numbers.add(whole(number.getSymbol()));
        }
        return numbers;
    }

    private int whole(Token number) {
        String written = number.getText();
        boolean digits = written.length() < 12 && written.chars().allMatch(Character::isDigit);
        if (digits && new BigInteger(written).bitLength() < Integer.SIZE) {
            return Integer.parseInt(written);
        }
        problems.accept(Diagnostic.error(
                Code.NUMBER,
                leaves.span(number),
                "the length of a type is a whole number up to 2147483647",
                "a text without a limit is of type \"text\""));
        return 1;
    }
}
