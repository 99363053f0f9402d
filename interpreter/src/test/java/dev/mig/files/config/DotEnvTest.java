package dev.mig.files.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.source.Diagnostic;
import dev.mig.source.Palette;
import dev.mig.source.Snippet;
import dev.mig.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DotEnvTest {
    @Test
    void readsWhatShellsAndTheOthersRead() {
        List<Diagnostic> problems = new ArrayList<>();

        var entries = DotEnv.parse(new Source(".env", """
                # a comment

                A=one
                 export B = two words # and a comment
                C='it is $5 # no comment \\n'
                D="line\\none \\"two\\"" # comment
                E=
                F=pass#word
                G="two
                lines"
                H=last
                A=again
                export ELSEWHERE
                I=""
                """), problems);

        assertThat(problems).isEmpty();
        assertThat(entries.entrySet().stream()
                        .map(it -> it.getKey() + "@" + it.getValue().line() + "="
                                + it.getValue().value().replace("\n", "⏎")))
                .containsExactly(
                        "A@12=again",
                        "B@4=two words",
                        "C@5=it is $5 # no comment \\n",
                        "D@6=line⏎one \"two\"",
                        "E@7=",
                        "F@8=pass#word",
                        "G@9=two⏎lines",
                        "H@11=last",
                        "I@14=");
    }

    @Test
    void tellsEveryLineThatIsNoneWithoutShowingWhatIsOnIt() {
        List<Diagnostic> problems = new ArrayList<>();

        DotEnv.parse(new Source(".env", "s3cret\nA='s3cret' s3cret\nB=\"s3cret\nC=3\n"), problems);

        String shown =
                problems.stream().map(it -> Snippet.draw(it, Palette.PLAIN)).collect(Collectors.joining("\n"));
        assertThat(shown).isEqualTo("""
                error[MIG-305]: this line is no NAME=value
                  ┌ .env:1:1
                1 │ ******
                  │ ━━━━━━
                  = help: begin a comment with "#"
                error[MIG-305]: something follows the closing quote
                  ┌ .env:2:11
                2 │ A=******** ******
                  │           ━━━━━━━
                  = help: put the whole value in quotes, or begin a comment with "#"
                error[MIG-305]: this quote is not closed
                  ┌ .env:3:3
                3 │ B=*******
                  │   ━
                  = help: close it with another \"""");
    }
}
