package dev.mig.syntax;

import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Block;
import dev.mig.syntax.tree.Comment;
import dev.mig.syntax.tree.Downgrade;
import dev.mig.syntax.tree.Header;
import dev.mig.syntax.tree.MigFile;
import dev.mig.syntax.tree.MigSchema;
import dev.mig.syntax.tree.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The result of parsing everything except the header: a tree, possibly incomplete, and diagnostics.
 *
 * @param tree null where nothing useful could be made of the text; with errors it must not be used
 */
record Body<T>(@Nullable T tree, List<Diagnostic> problems) {

    /** The blocks of a revision file. Without a header the blocks are only checked. */
    static Body<MigFile> file(Source source, HeaderLines lines, @Nullable Header header) {
        Reading reading = new Reading(source, lines.bodyStart());
        MigParser.FileContext file = reading.parse(MigParser::file);
        reading.lookBehind(file);
        MigParser.BlockContext block = file.block();
        if (block == null) {
            return new Body<>(null, reading.problems);
        }
        Block upgrade = reading.builder.block(block);
        Downgrade downgrade = reading.downgrade(file);
        if (header == null) {
            return new Body<>(null, reading.problems);
        }
        List<Comment> comments = new ArrayList<>(lines.comments());
        comments.addAll(reading.comments());
        return new Body<>(new MigFile(source, header, upgrade, downgrade, comments), reading.problems);
    }

    /** The statements of a {@code schema.mig}. */
    static Body<MigSchema> schema(Source source) {
        Reading reading = new Reading(source, 0);
        List<Statement> statements = reading.statements();
        SchemaFile.check(statements, reading.problems::add);
        return new Body<>(new MigSchema(source, statements, reading.comments()), reading.problems);
    }

    /** Statements without a block. */
    static Body<List<Statement>> statements(Source source) {
        Reading reading = new Reading(source, 0);
        return new Body<>(reading.statements(), reading.problems);
    }

    /** Whether a text consists of valid statements; reports nothing. */
    static boolean isRight(String text) {
        Source source = new Source("", text);
        List<Diagnostic> problems = new ArrayList<>();
        List<Token> tokens = Braces.balance(source, BodyLexer.lex(source, 0).tokens(), problems::add);
        RuleMatch reach = RuleMatch.of(MigParser.RULE_statements, tokens, 0, TokenDescriptions.wholeRules());
        return problems.isEmpty()
                && reach.stop() == tokens.size() - 1
                && reach.types().contains(Token.EOF);
    }

    /** One pass over a text, from characters to the tree. */
    private static final class Reading {
        private final Source source;
        private final List<Diagnostic> problems = new ArrayList<>();
        private final List<Comment> comments;
        private final List<Token> tokens;
        private final LeafBuilder leaves;
        private final StatementBuilder builder;

        Reading(Source source, int start) {
            this.source = source;
            BodyLexer.Lexed lexed = BodyLexer.lex(source, start);
            this.comments = lexed.comments();
            problems.addAll(lexed.problems());
            this.tokens = Braces.balance(source, lexed.tokens(), problems::add);
            this.leaves = new LeafBuilder(source);
            this.builder = new StatementBuilder(leaves, problems::add);
        }

        List<Statement> statements() {
            return builder.statements(parse(MigParser::statements).statement());
        }

        <R extends ParserRuleContext> R parse(Function<MigParser, R> entry) {
            return parse(tokens, entry);
        }

        /** In ANTLR's fast mode first, and again in its exact mode on errors: nearly all texts are valid. */
        private <R extends ParserRuleContext> R parse(List<Token> tokens, Function<MigParser, R> entry) {
            MigParser parser = new MigParser(new CommonTokenStream(new ListTokenSource(tokens)));
            parser.removeErrorListeners();
            // Most contexts have one or two children, and ANTLR makes room for ten in each.
            parser.setTrimParseTree(true);
            parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
            parser.setErrorHandler(new BailErrorStrategy());
            try {
                return entry.apply(parser);
            } catch (ParseCancellationException wrong) {
                parser.reset();
                parser.getInterpreter().setPredictionMode(PredictionMode.LL);
                parser.setErrorHandler(new Recovery(new SyntaxErrors(source, tokens, problems::add)));
                return entry.apply(parser);
            }
        }

        /** If there is something invalid between the blocks, what follows is still checked. */
        void lookBehind(MigParser.FileContext file) {
            if (file.exception == null || file.exception.getOffendingToken() == null) {
                return;
            }
            int from = file.exception.getOffendingToken().getTokenIndex();
            int downgrade = from;
            while (downgrade < tokens.size() - 1 && !beginsDowngrade(downgrade)) {
                downgrade++;
            }
            int next = Math.min(from + 1, tokens.size() - 1);
            if (tokens.get(from).getType() == MigLexer.IDENT && tokens.get(next).getType() == MigLexer.LBRACE) {
                List<Token> misnamed = new ArrayList<>(tokens.subList(next, tokens.size()));
                builder.block(parse(misnamed, MigParser::block));
            }
            if (Keywords.beginsStatement(tokens.get(from))) {
                List<Token> bare = new ArrayList<>(tokens.subList(from, downgrade));
                bare.add(tokens.getLast());
                builder.statements(parse(bare, MigParser::statements).statement());
            }
            if (downgrade == tokens.size() - 1) {
                return;
            }
            List<Token> rest = new ArrayList<>(tokens.subList(downgrade, tokens.size()));
            MigParser.DowngradeContext ctx = parse(rest, MigParser::downgrade);
            if (ctx instanceof MigParser.WrittenContext it && it.exception == null) {
                builder.block(it.block());
            }
        }

        private boolean beginsDowngrade(int at) {
            return at > 0
                    && tokens.get(at).getType() == MigLexer.DOWNGRADE
                    && tokens.get(at - 1).getType() == MigLexer.NL;
        }

        Downgrade downgrade(MigParser.FileContext file) {
            MigParser.DowngradeContext ctx = file.downgrade();
            if (ctx == null || ctx.exception != null) {
                int end = source.text().length();
                return new Downgrade.None(null, source.span(end, end));
            }
            Span span = leaves.span(ctx);
            if (ctx instanceof MigParser.WrittenContext it) {
                return new Downgrade.Written(builder.block(it.block()), span);
            }
            return ctx instanceof MigParser.NoneContext it
                    ? new Downgrade.None(leaves.optionalText(it.text()), span)
                    : new Downgrade.Auto(span);
        }

        /** The comments of the file; those within brackets belong to the SQL. */
        List<Comment> comments() {
            List<Span> raw = leaves.rawSql().stream()
                    .sorted(Comparator.comparingInt(Span::start))
                    .toList();
            List<Comment> kept = new ArrayList<>(comments.size());
            int next = 0;
            for (Comment comment : comments) {
                while (next < raw.size()
                        && raw.get(next).end() <= comment.span().start()) {
                    next++;
                }
                if (next == raw.size() || raw.get(next).start() > comment.span().start()) {
                    kept.add(comment);
                }
            }
            return kept;
        }
    }
}
