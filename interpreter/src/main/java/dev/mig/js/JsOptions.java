package dev.mig.js;

import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.SqlText;
import dev.mig.syntax.tree.Text;
import dev.mig.syntax.tree.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options object at the end of a generated call; null and false are omitted. The counterpart for reading is
 * {@link Options}.
 */
final class JsOptions {
    private final List<String> options = new ArrayList<>();

    JsOptions flag(String key, boolean on) {
        return on ? written(key, "true") : this;
    }

    JsOptions text(String key, @Nullable Text text) {
        return text == null ? this : written(key, JsLiterals.string(text.value()));
    }

    JsOptions name(String key, @Nullable Name name) {
        return name == null ? this : written(key, JsLiterals.name(name));
    }

    JsOptions name(String key, @Nullable QualifiedName name) {
        return name == null ? this : written(key, JsLiterals.name(name));
    }

    JsOptions names(String key, List<Name> names) {
        return names.isEmpty() ? this : written(key, JsLiterals.names(names));
    }

    JsOptions expression(String key, Value.@Nullable Expression expression) {
        return expression == null ? this : written(key, JsLiterals.expression(expression));
    }

    JsOptions sql(String key, @Nullable SqlText sql) {
        return sql == null ? this : written(key, JsLiterals.sql(sql.sql()));
    }

    JsOptions whole(String key, @Nullable BigInteger number) {
        return number == null ? this : written(key, JsLiterals.whole(number));
    }

    JsOptions word(String key, @Nullable Enum<?> word) {
        return word == null ? this : written(key, JsLiterals.word(word));
    }

    /** @param value as it stands in a script */
    JsOptions written(String key, String value) {
        options.add(key + ": " + value);
        return this;
    }

    /** As an argument after others, or nothing. */
    String more() {
        return options.isEmpty() ? "" : ", " + alone();
    }

    /** As an argument of its own, or nothing. */
    String alone() {
        return options.isEmpty() ? "" : "{ " + String.join(", ", options) + " }";
    }
}
