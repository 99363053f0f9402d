package dev.mig.files.config;

import dev.mig.source.Span;
import java.nio.file.Path;

/**
 * Where a value came from.
 *
 * @param shown as people read it: {@code --url}, {@code MIGRATE_URL}, {@code .env:2}, {@code migrate.toml:7 [env.prod]},
 *     {@code default}
 * @param span the value in its file, or none
 * @param base what a relative path in the value is relative to
 */
record Origin(String shown, Span span, Path base) {}
