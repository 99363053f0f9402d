package example.shop.after;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "tags")
class Tag {
    @Id
    @Column(length = 40)
    String word;

    String meaning;
}
