package dev.mig.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeTest {
    @ParameterizedTest
    @EnumSource
    void isExplainedUnderATitle(Code code) throws IOException {
        URL resource = Code.class.getResource("explain/" + code.id() + ".md");

        assertThat(resource)
                .as("%s needs grammar/src/main/resources/dev/mig/source/explain/%s.md", code, code.id())
                .isNotNull();
        try (var stream = Objects.requireNonNull(resource).openStream()) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).startsWith("# ");
            assertThat(text.lines().filter(it -> !it.isBlank()).count())
                    .as("%s has more to say than its title", code.id())
                    .isGreaterThan(1);
        }
    }

    @Test
    void everyNumberIsUsedOnce() {
        assertThat(Stream.of(Code.values()).map(Code::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyExplanationHasItsCode() throws IOException, URISyntaxException {
        URL first = Objects.requireNonNull(Code.class.getResource("explain/" + Code.SYNTAX.id() + ".md"));
        Path folder = Objects.requireNonNull(Path.of(first.toURI()).getParent());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Code.values()).map(it -> it.id() + ".md").toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByAllItsSpellings(Code code) {
        String digits = code.id().substring("MIG-".length());

        assertThat(Stream.of(code.id(), code.id().toLowerCase(java.util.Locale.ROOT), digits)
                        .map(Code::named))
                .allSatisfy(it -> assertThat(it).contains(code));
    }
}
