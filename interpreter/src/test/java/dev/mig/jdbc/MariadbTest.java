package dev.mig.jdbc;

class MariadbTest extends DatabaseContract {
    @Override
    TestDatabase database() {
        return TestMysql.embedded();
    }
}
