package example.shop.after;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDate;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(
        name = "customers",
        comment = "who buys, or might",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_person",
                        columnNames = {"name", "birthday", "zip"}),
        indexes = @Index(name = "ix_customers_name", columnList = "name"))
class Customer extends Audited {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, unique = true, length = 200, comment = "where bills and letters go")
    String email;

    @Column(nullable = false)
    String name;

    LocalDate birthday;

    @Column(nullable = false, length = 2)
    @ColumnDefault("'en'")
    String language;

    @Embedded
    Address address;

    @ElementCollection
    @CollectionTable(name = "customer_phones")
    @Column(name = "phone", length = 30)
    Set<String> phones;
}
