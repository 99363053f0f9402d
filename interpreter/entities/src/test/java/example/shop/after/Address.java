package example.shop.after;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
class Address {
    String street;

    @Column(length = 12)
    String zip;

    @Column(length = 150)
    String city;
}
