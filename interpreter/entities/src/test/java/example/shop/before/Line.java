package example.shop.before;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

@Entity
@Table(name = "order_lines")
@IdClass(Line.Key.class)
class Line {
    record Key(UUID order, int position) implements Serializable {}

    @Id
    @ManyToOne
    Order order;

    @Id
    int position;

    @ManyToOne(optional = false)
    Product product;

    int quantity;
}
