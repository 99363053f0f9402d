package example.shop.after;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "gadgets")
class Gadget extends Product {
    UUID serial;

    float volts;

    byte[] firmware;
}
