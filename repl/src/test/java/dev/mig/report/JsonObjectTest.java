package dev.mig.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonObjectTest {
    @Test
    void keepsTheOrderOfItsFields() {
        JsonObject json = new JsonObject()
                .put("b", 1)
                .put("a", true)
                .putTexts("list", List.of("x", "y"))
                .put("none", (String) null)
                .putObjects("objects", List.of(new JsonObject(), new JsonObject().put("n", 12L)));

        assertThat(json)
                .hasToString("{\"b\":1,\"a\":true,\"list\":[\"x\",\"y\"],\"none\":null,\"objects\":[{},{\"n\":12}]}");
    }

    static List<Arguments> texts() {
        return List.of(
                arguments("\"", "\\\""),
                arguments("\\", "\\\\"),
                arguments("\n", "\\n"),
                arguments("\r\t", "\\r\\t"),
                arguments("\u0007", "\\u0007"),
                arguments("\u007f", "\\u007f"),
                arguments("é 😀", "é 😀"),
                arguments("\ud83d", "\\ud83d"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void escapesWhatJsonCannotHold(String text, String escaped) {
        assertThat(new JsonObject().put("x", text)).hasToString("{\"x\":\"" + escaped + "\"}");
    }
}
