package example.shop.after;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "books")
class Book extends Product {
    @Column(unique = true, length = 13, columnDefinition = "char(13)")
    String isbn;

    short pages;
}
