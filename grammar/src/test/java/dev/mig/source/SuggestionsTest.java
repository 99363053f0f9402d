package dev.mig.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    @Test
    void theNearestWordComesFirst() {
        assertThat(Suggestions.nearest("emial", List.of("email_address", "id", "email"), 3))
                .containsExactly("email");
        assertThat(Suggestions.nearest("email", List.of("email_address", "emails"), 3))
                .containsExactly("emails", "email_address");
        assertThat(Suggestions.nearest("x", List.of("email"))).isEmpty();
    }

    /** Comparing two such words letter by letter would take more memory than there is. */
    @Test
    void wordsThatNobodyTypesAreNotCompared() {
        String typed = "a".repeat(1_000_000);

        assertThat(Suggestions.nearest(typed, List.of("b" + typed, typed + "b")))
                .contains(typed + "b");
    }
}
