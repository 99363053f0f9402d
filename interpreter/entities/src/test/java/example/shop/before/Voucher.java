package example.shop.before;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.GeneratedColumn;

@Entity
@Table(name = "vouchers")
class Voucher {
    @Id
    @Column(length = 20)
    String code;

    @Column(precision = 5, scale = 2, nullable = false)
    Percent off;

    @GeneratedColumn("lower(code)")
    @Column(length = 20)
    String lowerCode;

    @ManyToOne
    @JoinColumn(name = "owner_email", referencedColumnName = "email")
    Customer owner;
}
