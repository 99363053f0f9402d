package dev.mig.files.config;

import java.util.Locale;

/** Everything that can be configured but the variables, each with the name it has in {@code migrate.toml}. */
enum Setting {
    URL("url", Shape.TEXT),
    USER("user", Shape.TEXT),
    PASSWORD("password", Shape.TEXT),
    PASSWORD_COMMAND("password_command", Shape.TEXT),
    PASSWORD_FILE("password_file", Shape.TEXT),
    PASSWORD_ENV("password_env", Shape.TEXT),
    PROTECTED("protected", Shape.FLAG),
    LOCATIONS("migrations.locations", Shape.TEXTS),
    TEMPLATE("migrations.template", Shape.TEXT),
    VERSION_TABLE("migrations.version_table", Shape.TEXT),
    VERSION_TABLE_SCHEMA("migrations.version_table_schema", Shape.TEXT),
    TRANSACTION("migrations.transaction", Shape.TRANSACTION),
    DUMP_SCHEMA("migrations.dump_schema", Shape.FLAG),
    INCLUDE("autogenerate.include", Shape.TEXTS),
    EXCLUDE("autogenerate.exclude", Shape.TEXTS),
    ENTITIES("autogenerate.entities", Shape.TEXTS),
    CLASS_PATH("autogenerate.class_path", Shape.TEXTS),
    HIBERNATE("autogenerate.hibernate", Shape.SETTINGS),
    CPU_TIME("javascript.cpu_time", Shape.DURATION),
    RUN_CPU_TIME("javascript.run_cpu_time", Shape.DURATION);

    private final String key;
    private final Shape shape;

    Setting(String key, Shape shape) {
        this.key = key;
        this.shape = shape;
    }

    /** As {@code migrate.toml} spells it, its table before a dot. */
    String key() {
        return key;
    }

    Shape shape() {
        return shape;
    }

    /** The table that it stands in; empty for the top level. */
    String table() {
        return key.contains(".") ? key.substring(0, key.indexOf('.')) : "";
    }

    String nameInTable() {
        return key.substring(key.indexOf('.') + 1);
    }

    /** Its environment variable: {@code MIGRATE_URL}, {@code MIGRATE_LOCATIONS}, {@code MIGRATE_JAVASCRIPT_CPU_TIME}. */
    String variable() {
        String name = table().equals("migrations") ? nameInTable() : key.replace('.', '_');
        return "MIGRATE_" + name.toUpperCase(Locale.ROOT);
    }
}
