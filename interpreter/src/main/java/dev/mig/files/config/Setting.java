package dev.mig.files.config;

import java.util.Locale;

/** All settings except the variables, with their names in {@code migrate.toml}. */
enum Setting {
    URL("url", SettingType.TEXT),
    USER("user", SettingType.TEXT),
    PASSWORD("password", SettingType.TEXT),
    PASSWORD_COMMAND("password_command", SettingType.TEXT),
    PASSWORD_FILE("password_file", SettingType.TEXT),
    PASSWORD_ENV("password_env", SettingType.TEXT),
    PROTECTED("protected", SettingType.FLAG),
    LOCATIONS("migrations.locations", SettingType.TEXTS),
    TEMPLATE("migrations.template", SettingType.TEXT),
    VERSION_TABLE("migrations.version_table", SettingType.TEXT),
    VERSION_TABLE_SCHEMA("migrations.version_table_schema", SettingType.TEXT),
    TRANSACTION("migrations.transaction", SettingType.TRANSACTION),
    DUMP_SCHEMA("migrations.dump_schema", SettingType.FLAG),
    INCLUDE("autogenerate.include", SettingType.TEXTS),
    EXCLUDE("autogenerate.exclude", SettingType.TEXTS),
    ENTITIES("autogenerate.entities", SettingType.TEXTS),
    CLASS_PATH("autogenerate.class_path", SettingType.TEXTS),
    HIBERNATE("autogenerate.hibernate", SettingType.SETTINGS),
    CPU_TIME("javascript.cpu_time", SettingType.DURATION),
    RUN_CPU_TIME("javascript.run_cpu_time", SettingType.DURATION);

    private final String key;
    private final SettingType shape;

    Setting(String key, SettingType shape) {
        this.key = key;
        this.shape = shape;
    }

    /** As {@code migrate.toml} spells it, its table before a dot. */
    String key() {
        return key;
    }

    SettingType shape() {
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
