package example.shop.after;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.annotations.ColumnDefault;

@MappedSuperclass
abstract class Audited {
    @Column(nullable = false)
    @ColumnDefault("current_timestamp")
    Instant createdAt;

    LocalDateTime changedAt;

    @Version
    int version;
}
