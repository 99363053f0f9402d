package dev.mig.compile;

import dev.mig.model.Operation;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.Mig;
import dev.mig.syntax.Parsed;
import dev.mig.syntax.tree.Header;
import dev.mig.syntax.tree.SqlFile;
import java.util.List;
import java.util.Optional;

/**
 * Revisions in plain SQL: each section is one script, which is split into statements by the target database's rules
 * when its SQL is generated.
 */
public final class SqlFormat implements RevisionFormat {
    @Override
    public boolean reads(String fileName) {
        return fileName.regionMatches(true, fileName.length() - 4, ".sql", 0, 4);
    }

    @Override
    public Optional<String> naming(Source source) {
        return Optional.of(source.text());
    }

    @Override
    public Parsed<? extends RevisionBody> read(Source source) {
        Parsed<SqlFile> parsed = Mig.parseSql(source);
        SqlFile file = parsed.tree();
        return new Parsed<>(file == null ? null : new Body(file), parsed.diagnostics());
    }

    private record Body(SqlFile file) implements RevisionBody {
        @Override
        public Header header() {
            return file.header();
        }

        @Override
        public void upgrade(CompilationUnit bench) {
            add(file.upgrade(), bench);
        }

        @Override
        public Way way(CompilationUnit bench) {
            return switch (file.downgrade()) {
                case SqlFile.Section it -> new Written();
                case SqlFile.Nothing it -> new Written();
                case SqlFile.None(var reason, var span) -> new None(reason, span);
            };
        }

        @Override
        public void downgrade(CompilationUnit bench) {
            if (file.downgrade() instanceof SqlFile.Section(Span sql)) {
                add(sql, bench);
            }
        }

        private static void add(Span section, CompilationUnit bench) {
            Source script = inPlace(section, bench.variables());
            if (!script.text().isBlank()) {
                bench.draft().add(new Operation.ExecuteScript(script, new Operation.Unstated(), firstLine(section)));
            }
        }

        /** Padded with blanks, so that positions in the script are those in the file. */
        private static Source inPlace(Span section, Variables variables) {
            String before = section.source().text().substring(0, section.start());
            StringBuilder text = new StringBuilder();
            before.chars().forEach(it -> text.append(it == '\n' ? '\n' : ' '));
            text.append(variables.replaced(section.text(), section));
            return new Source(section.source().name(), text.toString());
        }

        private static Span firstLine(Span section) {
            List<String> lines = section.text().lines().toList();
            int start = section.start();
            for (String line : lines) {
                if (!line.isBlank()) {
                    int indent = line.length() - line.stripLeading().length();
                    return section.source()
                            .span(start + indent, start + line.stripTrailing().length());
                }
                start += line.length() + 1;
            }
            return section;
        }
    }
}
