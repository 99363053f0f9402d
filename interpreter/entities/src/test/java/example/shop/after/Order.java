package example.shop.after;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(name = "orders", indexes = @Index(name = "ix_orders_state", columnList = "state, createdAt desc"))
class Order extends Audited {
    @Id
    @GeneratedValue
    UUID id;

    @ManyToOne(optional = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    Customer customer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    @ColumnDefault("'NEW'")
    State state;

    @OneToMany(mappedBy = "order")
    List<Line> lines;
}
