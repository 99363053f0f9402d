package example.shop.before;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalTime;

@Entity
@Table(name = "payments")
@DiscriminatorColumn(name = "kind", length = 10)
abstract class Payment {
    enum Card {
        CREDIT,
        DEBIT
    }

    @Id
    @GeneratedValue
    Integer id;

    @OneToOne(optional = false)
    Order order;

    @Column(precision = 12, scale = 2)
    BigDecimal amount;

    LocalTime at;

    @Entity
    @DiscriminatorValue("card")
    static class ByCard extends Payment {
        @Enumerated
        Card card;
    }

    @Entity
    @DiscriminatorValue("transfer")
    static class ByTransfer extends Payment {
        @Column(length = 34)
        String iban;

        @ManyToOne
        Customer payer;
    }
}
