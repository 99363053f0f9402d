package dev.mig.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mig.source.Source;
import dev.mig.syntax.print.MigPrinter;
import dev.mig.syntax.tree.Header;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NewRevisionTest {
    private static final Instant CREATED = Instant.parse("2026-11-23T23:15:00.123Z");

    private static final NewRevision REVISION = new NewRevision(
            "3b1f0c2a9d4e",
            " it's\nthe first ",
            List.of("ae1027a6acf2", "b2"),
            List.of("billing"),
            List.of("c3"),
            CREATED);

    @Test
    void aMigFileIsFormattedFromTheStart() {
        String text = REVISION.text(FileKind.MIG);

        assertThat(text).isEqualTo("""
            revision    3b1f0c2a9d4e 'it''s the first'
            revises     ae1027a6acf2, b2
            branch      billing
            depends on  c3
            created     2026-11-23T23:15:00Z

            upgrade {
            }

            downgrade auto
            """);
        assertThat(MigPrinter.format(new Source("a.mig", text)).orThrow()).isEqualTo(text);
    }

    @Test
    void theOtherKindsSayTheSameInComments() {
        assertThat(REVISION.text(FileKind.JAVASCRIPT))
                .startsWith("// revision    3b1f0c2a9d4e 'it''s the first'\n// revises ")
                .endsWith("""


                    /** @param {Op} op */
                    export function upgrade(op) {
                    }

                    export const downgrade = 'auto'
                    """);
        assertThat(REVISION.text(FileKind.SQL))
                .startsWith("-- revision    3b1f0c2a9d4e 'it''s the first'\n-- revises ")
                .endsWith("\n-- upgrade\n\n-- downgrade\n");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsRead(FileKind kind) {
        Header header = kind.header(new Source("a", REVISION.text(kind))).orThrow();

        assertThat(header.id()).hasToString("3b1f0c2a9d4e");
        assertThat(header.message()).isEqualTo("it's the first");
        assertThat(header.revises()).hasToString("[ae1027a6acf2, b2]");
        assertThat(header.branches()).hasToString("[billing]");
        assertThat(header.dependsOn()).hasToString("[c3]");
        assertThat(header.created()).isEqualTo(Instant.parse("2026-11-23T23:15:00Z"));
    }

    @Test
    void idsAreTwelveHexDigits() {
        assertThat(NewRevision.randomId(new Random(1))).matches("[0-9a-f]{12}");
        assertThat(NewRevision.randomId(new Random(1))).isEqualTo(NewRevision.randomId(new Random(1)));
        assertThat(NewRevision.randomId(new Random(2))).isNotEqualTo(NewRevision.randomId(new Random(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {date}_{id}_{slug} | add orders                | 20261123_3b_add_orders.mig
        {date}_{id}_{slug} | Add  "Orders" (v2)!       | 20261123_3b_add_orders_v2.mig
        {date}_{id}_{slug} | Größe & Œuvre             | 20261123_3b_größe_œuvre.mig
        {date}_{id}_{slug} | ../../etc/passwd          | 20261123_3b_etc_passwd.mig
        {date}_{id}_{slug} | ---                       | 20261123_3b.mig
        {id}-{slug}        | a long message that goes on for more than forty letters | 3b-a_long_message_that_goes_on_for_more_tha.mig
        {id}-{slug}        | a long message that goes on for more tha n letters      | 3b-a_long_message_that_goes_on_for_more_tha.mig
        """)
    void fileNamesFollowTheTemplate(String template, String message, String expected) {
        NewRevision revision = new NewRevision("3b", message, List.of(), List.of(), List.of(), CREATED);

        assertThat(revision.fileName(new FileNameTemplate(template), FileKind.MIG))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {nr}_{id}      | not {nr}
        {date}_{slug}  | needs {id}
        a/{id}         | without folders
        {id}:{slug}    | without folders
        """)
    void aTemplateThatCannotBeUsedIsRefused(String template, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FileNameTemplate(template))
                .withMessageContaining(words);
    }
}
