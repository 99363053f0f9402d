package dev.mig.compile;

import dev.mig.source.Source;
import dev.mig.syntax.Mig;
import dev.mig.syntax.Parsed;
import dev.mig.syntax.tree.Downgrade;
import dev.mig.syntax.tree.Header;
import dev.mig.syntax.tree.MigFile;
import dev.mig.syntax.tree.Text;
import java.util.Optional;

/** Revisions in the {@code .mig} language. */
public final class MigFormat implements RevisionFormat {
    @Override
    public boolean reads(String fileName) {
        return fileName.regionMatches(true, fileName.length() - 4, ".mig", 0, 4);
    }

    @Override
    public Optional<String> naming(Source source) {
        return Optional.of(source.text());
    }

    @Override
    public Parsed<? extends RevisionBody> read(Source source) {
        Parsed<MigFile> parsed = Mig.parse(source);
        MigFile tree = parsed.tree();
        return new Parsed<>(tree == null ? null : new Body(tree), parsed.diagnostics());
    }

    private record Body(MigFile tree) implements RevisionBody {
        @Override
        public Header header() {
            return tree.header();
        }

        @Override
        public void upgrade(CompilationUnit bench) {
            bench.add(tree.upgrade());
        }

        @Override
        public Way way(CompilationUnit bench) {
            return switch (tree.downgrade()) {
                case Downgrade.Written it -> new Written();
                case Downgrade.Auto it -> new Derived();
                case Downgrade.None it -> {
                    Text reason = it.reason();
                    yield new None(
                            reason == null ? null : bench.variables().replaced(reason.value(), reason.span()),
                            it.span());
                }
            };
        }

        @Override
        public void downgrade(CompilationUnit bench) {
            if (tree.downgrade() instanceof Downgrade.Written written) {
                bench.add(written.block());
            }
        }
    }
}
