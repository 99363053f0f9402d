package dev.mig.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionUrlTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            jdbc:h2:./data/app                                | jdbc:h2:/srv/shop/data/app
            jdbc:h2:file:data/app;MODE=MySQL                  | jdbc:h2:file:/srv/shop/data/app;MODE=MySQL
            jdbc:h2:../app                                    | jdbc:h2:/srv/app
            jdbc:h2:nio:./app                                 | jdbc:h2:nio:/srv/shop/app
            jdbc:h2:/var/app                                  | jdbc:h2:/var/app
            jdbc:h2:C:/data/app                               | jdbc:h2:C:/data/app
            jdbc:h2:~/app                                     | jdbc:h2:~/app
            jdbc:h2:mem:                                      | jdbc:h2:mem:
            jdbc:h2:mem:test;DB_CLOSE_DELAY=-1                | jdbc:h2:mem:test;DB_CLOSE_DELAY=-1
            jdbc:h2:tcp://db/app                              | jdbc:h2:tcp://db/app
            jdbc:sqlite:app.db                                | jdbc:sqlite:/srv/shop/app.db
            jdbc:sqlite:file:app.db?mode=ro                   | jdbc:sqlite:file:/srv/shop/app.db?mode=ro
            jdbc:sqlite::memory:                              | jdbc:sqlite::memory:
            jdbc:sqlite:                                      | jdbc:sqlite:
            jdbc:postgresql://db/app                          | jdbc:postgresql://db/app
            """)
    void aRelativeFileIsResolved(String url, String expected) {
        assertThat(new ConnectionUrl(url).resolvedAgainst(Path.of("/srv/shop")).text())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            jdbc:postgresql://db/app | jdbc:postgresql://db/app
            jdbc:postgresql://db/app?user=a&password=s3&ssl=1 | jdbc:postgresql://db/app?user=a&password=***&ssl=1
            jdbc:postgresql://db/app?sslpassword=s3 | jdbc:postgresql://db/app?sslpassword=***
            jdbc:postgresql://ann:s3@db:5432/app | jdbc:postgresql://ann:***@db:5432/app
            jdbc:postgresql://ann:s@3/x@db:5432/app | jdbc:postgresql://ann:***@db:5432/app
            jdbc:postgresql://db:5432/app | jdbc:postgresql://db:5432/app
            jdbc:mariadb:ann:s3@db/app | jdbc:mariadb:ann:***@db/app
            jdbc:h2:./app;PASSWORD=s\\;3;MODE=MySQL | jdbc:h2:./app;PASSWORD=***;MODE=MySQL
            jdbc:mysql://db/app?trustCertificateKeyStorePassword=s3 | jdbc:mysql://db/app?trustCertificateKeyStorePassword=***
            jdbc:mysql://(host=db,password=s3,user=a)/app | jdbc:mysql://(host=db,password=***
            """)
    void aPasswordIsNeverShown(String url, String expected) {
        assertThat(new ConnectionUrl(url.strip())).hasToString(expected.strip());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            jdbc:postgresql://db/app?user=a&password=s3%2Bx | s3+x
            jdbc:postgresql://db/app?user=a&password=s3+x | s3+x
            jdbc:postgresql://ann:s3@db:5432/app | s3
            jdbc:mysql://(host=db,password=s3,user=a)/app | s3
            """)
    void aPasswordIsKnownToBeOne(String url, String password) {
        assertThat(new ConnectionUrl(url.strip()).secrets())
                .extracting(Secret::reveal)
                .contains(password.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:h2:./app           | false
            jdbc:h2:mem:x           | false
            jdbc:h2:tcp://host/app  | true
            jdbc:H2:SSL://host/app  | true
            jdbc:sqlite:app.db      | false
            jdbc:mysql://host/app   | true
            jdbc:postgresql:app     | true
            jdbc:unknown://host     | false
            """)
    void whetherAServerIsConnectedTo(String url, boolean server) {
        assertThat(new ConnectionUrl(url).isOnServer()).isEqualTo(server);
    }

    @Test
    void whatEverybodySeesIsNoSecret() {
        assertThat(new ConnectionUrl("jdbc:postgresql://db/app?user=app&password=app").secrets())
                .isEmpty();
    }

    @Test
    void theSchemeNamesTheDatabase() {
        assertThat(new ConnectionUrl("jdbc:h2:mem:").database()).contains(Database.H2);
        assertThat(new ConnectionUrl("jdbc:MariaDB://db/app").database()).contains(Database.MARIADB);
        assertThat(new ConnectionUrl("jdbc:oracle:thin:@db").database()).isEmpty();
        assertThat(new ConnectionUrl("postgresql://db").database()).isEmpty();
    }

    @Test
    void aSecretHasNoTextFormAndIsStruckFromForeignWords() {
        Secret secret = new Secret("s3cret");
        assertThat("" + secret).doesNotContain("s3cret");
        assertThat(secret.struckFrom("login failed with s3cret")).isEqualTo("login failed with ***");
    }
}
