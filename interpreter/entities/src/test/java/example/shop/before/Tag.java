package example.shop.before;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "tags")
class Tag {
    @Id
    @Column(length = 40)
    String word;

    @ManyToOne
    Tag parent;
}
