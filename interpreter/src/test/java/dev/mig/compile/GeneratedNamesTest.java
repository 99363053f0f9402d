package dev.mig.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GeneratedNamesTest {
    private static final QualifiedIdentifier USERS = QualifiedIdentifier.bare("Users");
    private static final List<Identifier> AB = List.of(Identifier.bare("A"), Identifier.bare("b"));

    @Test
    void aNameSaysWhatItIsOfWhat() {
        QualifiedIdentifier inSchema = new QualifiedIdentifier(Identifier.bare("app"), Identifier.bare("t"));
        assertThat(GeneratedNames.primaryKey(USERS)).isEqualTo(Identifier.bare("pk_users"));
        assertThat(GeneratedNames.unique(USERS, AB)).isEqualTo(Identifier.bare("uq_users_a_b"));
        assertThat(GeneratedNames.foreignKey(inSchema, AB, USERS)).isEqualTo(Identifier.bare("fk_t_a_b_users"));
        assertThat(GeneratedNames.columnCheck(inSchema, AB.getFirst())).isEqualTo(Identifier.bare("ck_t_a"));
    }

    @Test
    void oneExactPartMakesTheNameExact() {
        QualifiedIdentifier table = QualifiedIdentifier.of(Identifier.exact("Order Details"));
        assertThat(GeneratedNames.unique(table, AB)).isEqualTo(Identifier.exact("uq_Order Details_a_b"));
    }

    @Test
    void aTakenNameIsNumbered() {
        Set<Identifier> taken = Set.of(Identifier.bare("pk_users"), Identifier.bare("pk_users_2"));
        assertThat(GeneratedNames.free(GeneratedNames.primaryKey(USERS), taken::contains))
                .isEqualTo(Identifier.bare("pk_users_3"));
        assertThat(GeneratedNames.free(GeneratedNames.primaryKey(USERS), name -> false))
                .isEqualTo(Identifier.bare("pk_users"));
    }

    @Test
    void sixtyBytesAreKeptAndSixtyOneAreShortened() {
        String fits = "t".repeat(57);
        assertThat(GeneratedNames.primaryKey(QualifiedIdentifier.bare(fits)).text())
                .isEqualTo("pk_" + fits);
        String shortened =
                GeneratedNames.primaryKey(QualifiedIdentifier.bare(fits + "u")).text();
        // The digest is what sha256sum says of the whole name.
        assertThat(shortened).isEqualTo("pk_" + "t".repeat(48) + "_f7e1d44f");
        assertThat(shortened)
                .isNotEqualTo(GeneratedNames.primaryKey(QualifiedIdentifier.bare(fits + "v"))
                        .text());
    }

    @Test
    void noCharacterIsCutInTwo() {
        String text = GeneratedNames.primaryKey(QualifiedIdentifier.bare("é".repeat(40)))
                .text();
        assertThat(text).matches("pk_é{24}_[0-9a-f]{8}");
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(60);
        assertThat(GeneratedNames.primaryKey(QualifiedIdentifier.of(Identifier.exact("🙂".repeat(20))))
                        .text())
                .matches("pk_(🙂){12}_[0-9a-f]{8}");
    }
}
