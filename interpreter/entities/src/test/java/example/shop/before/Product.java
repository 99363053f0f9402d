package example.shop.before;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(name = "products", check = @CheckConstraint(name = "ck_price", constraint = "price >= 0"))
@Inheritance(strategy = InheritanceType.JOINED)
abstract class Product {
    @Id
    @GeneratedValue(generator = "product_numbers")
    @SequenceGenerator(
            name = "product_numbers",
            sequenceName = "product_numbers",
            initialValue = 1000,
            allocationSize = 20)
    Long id;

    @Column(nullable = false)
    String title;

    @Column(precision = 12, scale = 2, nullable = false)
    @ColumnDefault("0")
    BigDecimal price;

    @Lob
    String description;

    double weight;

    @ManyToMany
    @JoinTable(name = "product_tags")
    Set<Tag> tags;
}
