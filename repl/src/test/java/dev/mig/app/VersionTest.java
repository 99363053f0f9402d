package dev.mig.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {
    @Test
    void isTheOneOfThePom() {
        assertThat(Version.text()).isEqualTo(System.getProperty("project.version"));
    }
}
